using System.Globalization;
using System.Text;
using QRCoder;

namespace Vafa.Ui;

/// <summary>A QR code as one drawing: its dark squares as the path of an SVG.</summary>
/// <param name="Side">How many squares one side has, with the empty border that cameras need.</param>
public sealed record QrSquares(int Side, string Path)
{
    /// <summary>Longer texts make squares too small for a phone's camera.</summary>
    public const int MostLetters = 300;

    public static QrSquares Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var from = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1H{from}z");
                }
            }
        }

        return new QrSquares(rows.Count, path.ToString());
    }
}
