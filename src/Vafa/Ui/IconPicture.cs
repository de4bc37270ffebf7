using Vafa.Core.Values;

namespace Vafa.Ui;

/// <summary>
/// The club's mark (<see cref="ClubStyle"/>) as a PNG, for phones whose home screens take no SVG. It is so simple that
/// the distance of each pixel to its strokes draws it.
/// </summary>
internal static class IconPicture
{
    /// <summary>Side of the drawing; half the width of its strokes; the radius of its corners.</summary>
    private const double Side = 32;
    private const double HalfStroke = 1;
    private const double Corner = 7;

    /// <summary>What of the drawing a mask leaves in any case.</summary>
    private const double Safe = 0.8;

    private static readonly (double X, double Y)[][] Strokes =
    [
        [(7, 13), (25, 13), (25, 17), (7, 17), (7, 13)],
        [(9, 17), (9, 25), (23, 25), (23, 17)],
        [(16, 13), (16, 25)],
        [.. Curve((16, 13), (11, 13), (9, 12), (9, 9.5)), .. Curve((9, 9.5), (9, 7), (12.5, 6.5), (16, 13))],
        [.. Curve((16, 13), (19.5, 6.5), (23, 7.5), (23, 10)), .. Curve((23, 10), (23, 12.5), (21, 13), (16, 13))],
    ];

    /// <param name="bleeds">The colour fills the square, and the bow keeps away from what a mask may cut off.</param>
    public static byte[] Of(Colour ground, int size, bool bleeds)
    {
        var rows = new byte[size * (1 + (size * 4))];
        for (var y = 0; y < size; y++)
        {
            var row = rows.AsSpan((y * (1 + (size * 4))) + 1);
            for (var x = 0; x < size; x++)
            {
                Paint(row.Slice(x * 4, 4), ground, (x, y), size, bleeds);
            }
        }

        return Png.Of(size, size, PngColours.WithAlpha, rows);
    }

    private static void Paint(Span<byte> pixel, Colour ground, (int X, int Y) at, int size, bool bleeds)
    {
        var scale = size / Side;
        var (x, y) = ((at.X + 0.5) / scale, (at.Y + 0.5) / scale);
        var (inX, inY) = bleeds
            ? (((x - (Side / 2)) / Safe) + (Side / 2), ((y - (Side / 2)) / Safe) + (Side / 2))
            : (x, y);
        var white = Cover(HalfStroke - ToStrokes(inX, inY), bleeds ? scale * Safe : scale);
        pixel[0] = Mixed(ground.Red, white);
        pixel[1] = Mixed(ground.Green, white);
        pixel[2] = Mixed(ground.Blue, white);
        pixel[3] = bleeds ? (byte)255 : (byte)Math.Round(255 * Cover(Corner - ToCorner(x, y), scale));
    }

    private static byte Mixed(byte ground, double white) => (byte)Math.Round(ground + ((255 - ground) * white));

    /// <summary>How much of a pixel is inside, by how far its middle is.</summary>
    private static double Cover(double inside, double scale) => Math.Clamp((inside * scale) + 0.5, 0, 1);

    /// <summary>How far from the middle of the corner's circle; 0 where no corner is near.</summary>
    private static double ToCorner(double x, double y)
    {
        var (across, down) = (Beyond(x), Beyond(y));
        return Math.Sqrt((across * across) + (down * down));

        static double Beyond(double at) => Math.Max(0, Math.Max(Corner - at, at - (Side - Corner)));
    }

    private static double ToStrokes(double x, double y)
    {
        var least = double.MaxValue;
        foreach (var stroke in Strokes)
        {
            for (var i = 1; i < stroke.Length; i++)
            {
                least = Math.Min(least, ToLine(x, y, stroke[i - 1], stroke[i]));
            }
        }

        return Math.Sqrt(least);
    }

    /// <summary>The square of the distance to a line between two points.</summary>
    private static double ToLine(double x, double y, (double X, double Y) a, (double X, double Y) b)
    {
        var (across, down) = (b.X - a.X, b.Y - a.Y);
        var length = (across * across) + (down * down);
        if (length == 0)
        {
            // Two curves meet here.
            return double.MaxValue;
        }

        var along = Math.Clamp((((x - a.X) * across) + ((y - a.Y) * down)) / length, 0, 1);
        var (dx, dy) = (x - a.X - (along * across), y - a.Y - (along * down));
        return (dx * dx) + (dy * dy);
    }

    private static IEnumerable<(double X, double Y)> Curve(
        (double X, double Y) a,
        (double X, double Y) b,
        (double X, double Y) c,
        (double X, double Y) d
    )
    {
        const int Parts = 12;
        return Enumerable
            .Range(0, Parts + 1)
            .Select(i =>
            {
                var (t, s) = (i / (double)Parts, 1 - (i / (double)Parts));
                return (On(a.X, b.X, c.X, d.X), On(a.Y, b.Y, c.Y, d.Y));

                double On(double one, double two, double three, double four) =>
                    (s * s * s * one) + (3 * s * s * t * two) + (3 * s * t * t * three) + (t * t * t * four);
            });
    }
}
