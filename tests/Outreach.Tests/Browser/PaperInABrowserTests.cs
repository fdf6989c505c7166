using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Outreach.Records;
using Outreach.Tests.Support;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace Outreach.Tests.Browser;

/// <summary>What comes out of the printer.</summary>
public sealed partial class PaperInABrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const double PixelsPerMm = 96 / 25.4;

    /// <summary>Of an envelope: left, top, right and bottom, in millimetres from the corner of the page.</summary>
    private static readonly double[] Window = [20, 45, 110, 90];

    private ServedNeighbourhood ServedNeighbourhood => chromium.ServedNeighbourhood;

    [Theory]
    [InlineData("letter", 210, 297)]
    [InlineData("card", 148, 105)]
    public async Task Each_household_gets_one_page_of_its_own(string format, int width, int height)
    {
        var (meeting, page) = await LettersAsync();
        await page.GotoAsync($"/meetings/{meeting.Id}/paper/letters?print={format}");

        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));

        Assert.Equal(3, PageInPdf().Count(pdf));
        var sizes = MediaBox().Matches(pdf).Select(box => (Mm(box.Groups["width"].Value), Mm(box.Groups["height"].Value)));
        Assert.All(sizes, size => Assert.Equal((width, height), size));
    }

    [Fact]
    public async Task The_address_stands_in_the_window_of_the_envelope()
    {
        var (meeting, page) = await LettersAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync((int)(170 * PixelsPerMm), 1000);
        await page.GotoAsync($"/meetings/{meeting.Id}/paper/letters");

        // From the corner of the sheet; the margins of the page come before it.
        var places = await page.EvaluateAsync<double[][]>(
            """
            [...document.querySelectorAll('.windowed')].map(sheet => {
              const text = document.createRange(); text.selectNodeContents(sheet.querySelector('address'));
              const [page, address] = [sheet.getBoundingClientRect(), text.getBoundingClientRect()];
              return [address.left - page.left, address.top - page.top, address.right - page.left, address.bottom - page.top];
            })
            """);

        Assert.Equal(3, places.Length);
        foreach (var place in places)
        {
            var (left, top, right, bottom) = (20 + (place[0] / PixelsPerMm), 15 + (place[1] / PixelsPerMm), 20 + (place[2] / PixelsPerMm), 15 + (place[3] / PixelsPerMm));
            Assert.True(left >= Window[0] && top >= Window[1] && right <= Window[2] && bottom <= Window[3], $"{left:0} {top:0} {right:0} {bottom:0}");
        }
    }

    [Theory]
    [InlineData("letter")]
    [InlineData("large")]
    [InlineData("card")]
    public async Task Every_code_opens_the_page_of_the_person_it_stands_beside_and_nothing_is_cut_off(string format)
    {
        var (meeting, page) = await LettersAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync((int)((format == "card" ? 132 : 170) * PixelsPerMm), 1000);
        await page.GotoAsync($"/meetings/{meeting.Id}/paper/letters?print={format}");
        await Chromium.PictureAsync(page, $"paper-{format}");

        var codes = page.Locator(".code");
        Assert.Equal(4, await codes.CountAsync());
        for (var i = 0; i < 4; i++)
        {
            var link = await codes.Nth(i).GetAttributeAsync("data-link");
            Assert.Equal(link, await ReadAsync(codes.Nth(i).Locator("svg")));
            Assert.Contains(await codes.Nth(i).GetAttributeAsync("data-code") ?? "", await codes.Nth(i).InnerTextAsync(), StringComparison.Ordinal);
        }

        var cut = await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('.sheet')].flatMap(sheet => {
              const page = sheet.getBoundingClientRect();
              return [...sheet.querySelectorAll('*')].filter(part => {
                const box = part.getBoundingClientRect();
                return box.right > page.right + 1 || box.left < page.left - 1 || box.bottom > page.bottom + 1 || (part.tagName === 'ADDRESS' && part.scrollHeight > part.clientHeight + 1);
              }).map(part => part.outerHTML.slice(0, 80));
            })
            """);
        Assert.Empty(cut);
    }

    [Fact]
    public async Task A_household_reads_its_letter_in_each_of_its_languages()
    {
        var (meeting, page) = await LettersAsync();
        await page.GotoAsync($"/meetings/{meeting.Id}/paper/letters");

        var languages = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('.sheet')].map(sheet => [...sheet.querySelectorAll('.letter')].map(letter => letter.lang).sort().join(' '))");

        Assert.Equal(["ar", "nl", "nl tr"], languages.Order());
    }

    [Theory]
    [InlineData("fold", "nl", 297, 210)]
    [InlineData("fold", "ar", 297, 210)]
    [InlineData("pocket", "nl", 105, 148)]
    [InlineData("pocket", "ti", 105, 148)]
    public async Task A_contact_card_fits_one_page_and_nothing_is_cut_off(string format, string language, int width, int height)
    {
        await ServedNeighbourhood.CardAsync();
        var page = await chromium.HostAsync(ServedNeighbourhood.Url);
        await chromium.SignInAsync(page);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync((int)((width - (format == "fold" ? 20 : 14)) * PixelsPerMm), 1000);
        await page.GotoAsync($"/welcome/card/print?place=Lindelaan%202-80&print={format}&in={language}");
        await Chromium.PictureAsync(page, $"paper-card-{format}-{language}");

        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('.sheet *')].filter(part => {
              const [sheet, box] = [part.closest('.sheet').getBoundingClientRect(), part.getBoundingClientRect()];
              return box.right > sheet.right + 1 || box.left < sheet.left - 1;
            }).map(part => part.outerHTML.slice(0, 80))
            """));
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Equal(1, PageInPdf().Count(pdf));
        Assert.Equal((width, height), MediaBox().Matches(pdf).Select(box => (Mm(box.Groups["width"].Value), Mm(box.Groups["height"].Value))).Single());
    }

    [Theory]
    [InlineData("", "nl", 1)]
    [InlineData("", "ti", 1)]
    [InlineData("&size=flyers", "nl", 4)]
    [InlineData("&size=flyers", "ar", 4)]
    public async Task A_poster_and_four_flyers_fill_one_sheet_each(string size, string language, int copies)
    {
        var page = await chromium.HostAsync(ServedNeighbourhood.Url);
        await chromium.SignInAsync(page);
        var meeting = await ServedNeighbourhood.MeetingAsync();
        await page.GotoAsync($"/meetings/{meeting.Id}/flyer?in={language}{size}");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync((int)(190 * PixelsPerMm), 1000);
        await Chromium.PictureAsync(page, $"paper-flyer-{copies}-{language}");

        var codes = page.Locator("article svg.qr");
        Assert.Equal(copies, await codes.CountAsync());
        Assert.Contains(await ReadAsync(codes.First) ?? "nothing", await page.Locator("article").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("[...document.querySelectorAll('article')].every(sheet => sheet.scrollHeight <= sheet.clientHeight + 1 && sheet.scrollWidth <= sheet.clientWidth + 1)"));
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Equal((210, 297), MediaBox().Matches(pdf).Select(box => (Mm(box.Groups["width"].Value), Mm(box.Groups["height"].Value))).Single());
    }

    /// <summary>Two who live alone, and a home of two languages.</summary>
    private async Task<(Meeting Meeting, IPage Page)> LettersAsync()
    {
        var meeting = await ServedNeighbourhood.MeetingAsync();
        await ServedNeighbourhood.LetterAsync(meeting, ("Els Visser van der Molen-Hoogendijk", "nl"));
        await ServedNeighbourhood.LetterAsync(meeting, ("سمير حداد", "ar"));
        await ServedNeighbourhood.LetterAsync(meeting, ("Ömer Yıldız", "tr"), ("Bea Prins", "nl"));
        var page = await chromium.HostAsync(ServedNeighbourhood.Url);
        await chromium.SignInAsync(page);
        return (meeting, page);
    }

    /// <summary>As a phone does: from its points, black on white, each square as many whole points.</summary>
    private static async Task<string?> ReadAsync(ILocator svg)
    {
        var grey = await svg.EvaluateAsync<int[]>(
            """
            async svg => {
              const side = svg.viewBox.baseVal.width * 8;
              const copy = svg.cloneNode(true); copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg'); copy.setAttribute('width', side); copy.setAttribute('height', side);
              const image = new Image(); image.src = 'data:image/svg+xml;utf8,' + encodeURIComponent(copy.outerHTML); await image.decode();
              const canvas = document.createElement('canvas'); canvas.width = canvas.height = side + 80;
              const ink = canvas.getContext('2d'); ink.fillStyle = '#fff'; ink.fillRect(0, 0, side + 80, side + 80); ink.drawImage(image, 40, 40);
              return [...ink.getImageData(0, 0, side + 80, side + 80).data].filter((_, at) => at % 4 === 0);
            }
            """);
        var side = (int)Math.Sqrt(grey.Length);
        var source = new RGBLuminanceSource([.. grey.Select(level => (byte)level)], side, side, RGBLuminanceSource.BitmapFormat.Gray8);
        // Nothing but the code is in the picture: looking for where it may be misses one code in three hundred.
        var hints = new Dictionary<DecodeHintType, object> { [DecodeHintType.PURE_BARCODE] = true };
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)), hints)?.Text;
    }

    private static int Mm(string points) => (int)Math.Round(double.Parse(points, System.Globalization.CultureInfo.InvariantCulture) / 72 * 25.4);

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageInPdf();

    [GeneratedRegex(@"/MediaBox\s*\[0 0 (?<width>[0-9.]+) (?<height>[0-9.]+)\]")]
    private static partial Regex MediaBox();
}
