using System.Text;
using Outreach.Languages;
using Outreach.Lists;
using Outreach.Records;

namespace Outreach.Tests.Lists;

public sealed class ListFileTests
{
    private const string People = "Voornaam;Tussenvoegsel;Achternaam;Mobiel;E-mail;Taal\r\nZoë;van der;Müller;06-12345678;Zoe@Voorbeeld.nl;Turks\r\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 mark", "utf-16", "utf-16 mark", "utf-16be", "utf-16be mark", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_list_is_read_in_any_encoding_of_Excel(string name)
    {
        using var list = ListText.Open(Bytes(name, People));
        var person = Assert.Single(list.Rows()).Candidate!;

        Assert.Equal("Zoë van der Müller", person.Name);
        Assert.Equal("+31612345678", person.Mobile!.Value.Value);
        Assert.Equal("zoe@voorbeeld.nl", person.Email!.Value.Value);
        Assert.Equal("tr", person.Language);
        Assert.Equal(name.EndsWith("mark", StringComparison.Ordinal), list.Format.HasByteOrderMark);
    }

    [Fact]
    public void Windows_1252_deep_in_a_file_is_found_and_a_mixed_file_is_read_right()
    {
        var plain = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"Jan;06{10_000_000 + i}\n"));
        byte[] late = [.. Encoding.ASCII.GetBytes($"naam;mobiel\n{plain}"), .. ListText.Windows1252("Renée;0612345678\n")];

        using var list = ListText.Open(late);
        Assert.Equal(1252, list.Format.Encoding.CodePage);
        Assert.Equal("Renée", list.Rows().Last().Candidate!.Name);

        byte[] mixed = [.. "naam;mobiel\nŞule;0612345678\n"u8, .. ListText.Windows1252("Renée €;0612345679\n")];
        Assert.Equal(["Şule", "Renée €"], ListText.Rows(mixed).Select(row => row.Candidate!.Name));
    }

    [Theory]
    [InlineData("naam;telefoon\nJansen, J.;0612345678")]
    [InlineData("naam,telefoon\n\"Jansen, J.\",0612345678")]
    [InlineData("naam\ttelefoon\nJansen, J.\t0612345678")]
    [InlineData("sep=|\r\nnaam|telefoon\nJansen, J.|0612345678")]
    [InlineData("\"naam, voluit\";naam;telefoon\nx;Jansen, J.;0612345678")]
    [InlineData("\n\nnaam;telefoon\n\n;\nJansen, J.;0612345678\n\n")]
    public void The_delimiter_is_found(string text)
    {
        var row = Assert.Single(ListText.Rows(text));
        Assert.Equal("Jansen, J.", row.Candidate!.Name);
        Assert.Equal("+31612345678", row.Candidate.Mobile!.Value.Value);
    }

    [Theory]
    [InlineData("naam;mobiel\nA;0612345678\n\nB;0612345679\n", 2, 4)]
    [InlineData("sep=;\nnaam;mobiel\nA;0612345678\n\nB;0612345679\n", 2, 4)]
    [InlineData("naam;mobiel\n\"A\nB\";0612345678\nC;0612345679\n", 2, 3)]
    public void Rows_have_the_number_that_Excel_shows(string text, int first, int second) =>
        Assert.Equal([first, second], ListText.Rows(text).Select(row => row.Row));

    [Theory]
    [InlineData("VOORNAAM;achter-naam;Tel.nr.", "Ada Smit")]
    [InlineData("First Name;Last name;Cell Phone", "Ada Smit")]
    [InlineData("first_name;surname;phoneNumber", "Ada Smit")]
    [InlineData("Roepnaam ;Familienaam;G.S.M.", "Ada Smit")]
    public void Headers_are_known_in_any_spelling(string header, string name)
    {
        var person = Assert.Single(ListText.Rows($"{header}\nAda;Smit;0612345678\n")).Candidate!;
        Assert.Equal((name, "+31612345678"), (person.Name, person.Mobile!.Value.Value));
    }

    [Fact]
    public void Mobile_and_telephone_are_two_fields()
    {
        var rows = ListText.Rows("mobiel;telefoon;vast\n0612345678;0201234567;\n;0612345679;\n0201234567;0687654321;0301234567\n");

        Assert.Equal(["+31612345678", "+31612345679", "+31687654321"], rows.Select(row => row.Candidate!.Mobile!.Value.Value));
        Assert.Equal(["+31201234567", null, "+31201234567"], rows.Select(row => row.Candidate!.Landline?.Value));
    }

    [Theory]
    [InlineData("naam;telefoon;tel\nA;0612345678;0612345678\n", ProblemCodes.ColumnsDouble, "telefoon, tel")]
    [InlineData("naam;taal;huidskleur\nA;nl;x\n", ProblemCodes.ColumnsMissing, "naam, taal, huidskleur")]
    [InlineData("", ProblemCodes.FileUnreadable, "leeg")]
    [InlineData(" \r\n;;\r\n", ProblemCodes.FileUnreadable, "leeg")]
    [InlineData("naam;telefoon\r\n;\r\n", ProblemCodes.FileUnreadable, "geen mensen")]
    [InlineData("<html><table><tr><td>naam", ProblemCodes.FileUnreadable, ".xlsx")]
    [InlineData("%PDF-1.7 naam;telefoon", ProblemCodes.FileUnreadable, ".xlsx")]
    [InlineData("\u0001\u0002\0\0\u0003\u0004naam", ProblemCodes.FileUnreadable, ".xlsx")]
    [InlineData("PK\u0003\u0004naam;telefoon", ProblemCodes.FileUnreadable, "beschadigd")]
    public void A_file_that_cannot_be_used_says_why(string text, string code, string says)
    {
        using var list = ListText.Open(text);

        Assert.Equal(code, list.Refusal?.Code);
        Assert.Contains(says, list.Refusal!.Message, StringComparison.Ordinal);
        Assert.Empty(list.Rows());
    }

    [Fact]
    public void The_missing_columns_are_named_in_English_too()
    {
        using var list = ListText.Open("name;colour\nA;red\n"u8.ToArray(), ListText.English);
        Assert.Contains("name, colour", list.Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("We know: mobile", list.Refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Zorgvraag", IgnoreReason.Sensitive)]
    [InlineData("GGZ", IgnoreReason.Sensitive)]
    [InlineData("Huisarts", IgnoreReason.Sensitive)]
    [InlineData("Arts", IgnoreReason.Sensitive)]
    [InlineData("Rolstoel (j/n)", IgnoreReason.Sensitive)]
    [InlineData("Moslim", IgnoreReason.Sensitive)]
    [InlineData("Huidskleur", IgnoreReason.Sensitive)]
    [InlineData("Health care", IgnoreReason.Sensitive)]
    [InlineData("diagnose", IgnoreReason.Sensitive)]
    [InlineData("Land van herkomst", IgnoreReason.Sensitive)]
    [InlineData("Nationaliteit", IgnoreReason.Sensitive)]
    [InlineData("geloofsovertuiging", IgnoreReason.Sensitive)]
    [InlineData("Religion", IgnoreReason.Sensitive)]
    [InlineData("B.S.N.", IgnoreReason.IdentityNumber)]
    [InlineData("Burgerservicenummer", IgnoreReason.IdentityNumber)]
    [InlineData("Geb. datum", IgnoreReason.BirthDate)]
    [InlineData("dateOfBirth", IgnoreReason.BirthDate)]
    [InlineData("Opmerkingen", IgnoreReason.Notes)]
    [InlineData("Notes", IgnoreReason.Notes)]
    [InlineData("Bezorgmoment", IgnoreReason.Unknown)]
    [InlineData("Muziekvoorkeur", IgnoreReason.Unknown)]
    [InlineData("Career", IgnoreReason.Unknown)]
    public void Columns_that_are_not_used_are_named_with_the_reason(string header, IgnoreReason reason)
    {
        using var list = ListText.Open($"mobiel;{header}\n0612345678;geheim\n06;geheim\n");
        var rows = list.Rows().ToList();

        var ignored = Assert.Single(list.IgnoredColumns);
        Assert.Equal((header, reason), (ignored.Column, ignored.Reason));
        Assert.NotEmpty(ignored.Why);
        Assert.Equal(reason is IgnoreReason.Unknown ? "geheim" : "", rows[1].Cells![1]);
    }

    [Fact]
    public void Numbers_that_look_like_a_BSN_are_mentioned_and_never_come_back()
    {
        using var list = ListText.Open("mobiel;kenmerk;klant\n06;111222333;12\n0612345678;;111222334\n");
        var rows = list.Rows().ToList();

        Assert.Equal([IgnoreReason.LooksLikeIdentityNumber, IgnoreReason.Unknown], list.IgnoredColumns.Select(column => column.Reason));
        Assert.DoesNotContain("111222333", rows[0].Cells!);
    }

    [Fact]
    public void Reading_goes_on_after_a_row_that_was_handled_before()
    {
        const string Text = "naam;mobiel\nA;0612345678\nB;0612345679\n\nC;06\nD;0612345670\n";
        using var list = ListText.Open(Text);
        Assert.Equal(ListText.Rows(Text).Skip(2).Select(row => row.Row), list.Rows(after: 3).Select(row => row.Row));
    }

    [Fact]
    public void A_quotation_mark_too_many_does_not_swallow_people_silently()
    {
        var rows = ListText.Rows("naam;mobiel\nA;0612345678\n\"B;0612345679\nC;0612345670\n");
        Assert.Equal([2, 3], rows.Select(row => row.Row));
        Assert.Equal(ProblemCodes.FileUnreadable, Assert.Single(rows[1].Problems).Code);

        rows = ListText.Rows("naam;mobiel\n\"B;0612345679\nC \"de bakker\";0612345670\nD;0612345671\n");
        Assert.Contains(rows, row => row.Candidate is null && row.Problems is [{ Code: ProblemCodes.FileUnreadable }]);

        rows = ListText.Rows("naam;mobiel\nB \"de bakker\";0612345679\nC;0612345670\n");
        Assert.Equal("B \"de bakker\"", rows[0].Candidate!.Name);
    }

    [Fact]
    public void A_huge_open_quotation_ends_the_reading_and_says_where()
    {
        var rows = ListText.Rows("naam;mobiel\nA;0612345678\n\"B;" + new string('x', 9_000_000));
        Assert.NotNull(rows[0].Candidate);
        Assert.True(rows[1].IsAboutFile);
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_or_stopped()
    {
        using (var list = ListText.Open(new byte[ListRules.MaxBytes + 1]))
            Assert.Contains("50 MB", list.Refusal!.Message, StringComparison.Ordinal);

        using var streamed = ListFile.Open(new Endless("naam;mobiel\n"u8.ToArray(), Encoding.UTF8.GetBytes($"A;0612345678;{new string('x', 4000)}\n")), "x.csv", ListRules.Dutch);
        Assert.True(streamed.Rows().Last().IsAboutFile);
    }

    [Fact]
    public void More_rows_than_the_limit_are_said()
    {
        using var list = ListFile.Open(new Endless("tel\n"u8.ToArray(), "06\n"u8.ToArray()), "x.csv", ListRules.Dutch);
        var (count, last) = (0, default(ListRow));
        foreach (var row in list.Rows())
            (count, last) = (count + 1, row);

        Assert.Equal(ListRules.MaxRows + 1, count);
        Assert.Contains("1.000.000", last!.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_that_fails_is_no_fault_of_the_file() =>
        Assert.Throws<IOException>(() =>
        {
            using var list = ListFile.Open(new Endless("naam;mobiel\n"u8.ToArray(), []), "x.csv", ListRules.Dutch);
            return list.Rows().Count();
        });

    private static byte[] Bytes(string name, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name.Split(' ')[0]);
        return name.EndsWith("mark", StringComparison.Ordinal) ? [.. encoding.GetPreamble(), .. encoding.GetBytes(text)] : encoding.GetBytes(text);
    }

    /// <summary>A beginning and then the same line for ever; without a line it fails.</summary>
    private sealed class Endless(byte[] start, byte[] line) : MemoryStream
    {
        private byte[] _left = start;

        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_left.Length == 0)
                _left = line.Length > 0 ? [.. Enumerable.Repeat(line, 20_000 / line.Length).SelectMany(bytes => bytes)] : throw new IOException("The connection was lost.");
            var count = Math.Min(buffer.Length, _left.Length);
            _left.AsSpan(0, count).CopyTo(buffer);
            _left = _left[count..];
            return count;
        }
    }
}
