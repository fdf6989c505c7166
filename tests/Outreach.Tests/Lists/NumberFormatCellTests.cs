using Outreach.Lists.Files;

namespace Outreach.Tests.Lists;

public sealed class NumberFormatCellTests
{
    [Theory]
    [InlineData(612345678, "0000000000", "0612345678")]
    [InlineData(612345672, "\"+48 \"000000000", "+48 612345672")]
    [InlineData(611123456, "\"+49 \"0", "+49 611123456")]
    [InlineData(611123456, "\\+\\4\\9\\ 0", "+49 611123456")]
    [InlineData(612345678, "+31 0", "+31 612345678")]
    [InlineData(12345671, "\"06-\"00000000", "06-12345671")]
    [InlineData(12345671, "\"06-\"##\\ ##\\ ##\\ ##;[Red]-0", "06-12 34 56 71")]
    [InlineData(12, "0\" hs\"", "12 hs")]
    [InlineData(12, "0\" A\";;@", "12 A")]
    [InlineData(12, "General\" A\"", "12 A")]
    [InlineData(12, "#,##0\" A\"", "12 A")]
    [InlineData(5551234, "[<=9999999]000\\-0000;\\(000\\)\\ 000\\-0000", "555-1234")]
    [InlineData(2125551234, "[<=9999999]000\\-0000;\\(000\\)\\ 000\\-0000", "(212) 555-1234")]
    [InlineData(0, "0;-0;\"geen\"", "geen")]
    public void A_number_in_a_cell_is_what_Excel_shows(double number, string format, string shown) => Assert.Equal(shown, CellNumber.Shown(number, format));

    [Theory]
    [InlineData(1, "\"ja\";;\"nee\"", "ja")]
    [InlineData(0, "\"ja\";;\"nee\"", "nee")]
    [InlineData(-1, "\"ja\";;\"nee\"", "")]
    [InlineData(0, "\"nee\";;\"ja\"", "ja")]
    [InlineData(0, "[Green]\"ja\";;[Red]\"nee\"", "nee")]
    [InlineData(0, "\"ja\";;\"nee\";", "nee")]
    [InlineData(0, "\"ja\";;\"nee\";@", "nee")]
    [InlineData(0, "\"x\";;\"-\"", "0")]
    [InlineData(0, "\"x\";;", "")]
    [InlineData(0, "0;-0;;@", "0")]
    [InlineData(1, "\"x\";;", "x")]
    [InlineData(0, "\"ja\";\"nee\"", "ja")]
    [InlineData(0, "\"ja\";\"nee\";@", "ja")]
    [InlineData(0, "\"nl\";;\"tr\"", "tr")]
    [InlineData(0, ";;\"nee\"", "nee")]
    public void A_section_that_is_left_empty_counts_as_one(double number, string format, string shown) => Assert.Equal(shown, CellNumber.Shown(number, format));

    [Theory]
    [InlineData(612345678, "General")]
    [InlineData(612345678, "#,##0")]
    [InlineData(612345678, "0.00E+00")]
    [InlineData(612345678, "_-* #,##0.00_-;_-* #,##0.00\\-_-;_-* \"-\"??_-;_-@_-")]
    [InlineData(612345678, "[$€-2] #,##0.00")]
    [InlineData(612345678, "\"€\" #,##0.00")]
    [InlineData(612345678, "@")]
    [InlineData(612345678, ";;;")]
    [InlineData(612345678, "# ?/?")]
    [InlineData(612345678, null)]
    public void What_Excel_computes_or_hides_is_the_number_that_was_typed(double number, string? format) => Assert.Equal("612345678", CellNumber.Shown(number, format));

    [Theory]
    [InlineData(0, "dd-mm-yyyy", "00-01-1900")]
    [InlineData(0, "d mmmm yyyy", "00-01-1900")]
    [InlineData(0.5, "dd-mm-yyyy hh:mm", "00-01-1900 12:00")]
    [InlineData(-5, "dd-mm-yyyy", "-5")]
    [InlineData(612345678, "dd-mm-yyyy", "612345678")]
    public void What_is_no_day_of_the_calendar_is_never_the_letters_of_the_format(double number, string format, string shown) => Assert.Equal(shown, CellNumber.Shown(number, format));

    [Theory]
    [InlineData("dd/mm/yyyy")]
    [InlineData("[$-413]d\\ mmmm\\ yyyy;@")]
    public void A_date_stays_a_date(string format) => Assert.Equal("12-03-2026", CellNumber.Shown(46093, format));
}
