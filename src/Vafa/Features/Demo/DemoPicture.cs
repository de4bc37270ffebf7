using Vafa.Ui;

namespace Vafa.Features.Demo;

/// <summary>A cup of coffee from above, drawn by rule: our own picture for the pages of the demo's tiers.</summary>
internal static class DemoPicture
{
    private const int Width = 640;
    private const int Height = 400;

    /// <summary>Edges are softened by this many samples in each direction of a pixel.</summary>
    private const int Samples = 3;

    private const double Saucer = 168;
    private const double Cup = 118;
    private const double Coffee = 105;

    private static readonly Colour Shadow = Colour.Of(0x2B1B10);
    private static readonly Colour Porcelain = Colour.Of(0xF7F1E8);
    private static readonly Colour Rim = Colour.Of(0xFFFFFF);
    private static readonly Colour Crema = Colour.Of(0x9A6236);
    private static readonly Colour Brew = Colour.Of(0x5D3820);
    private static readonly Colour Milk = Colour.Of(0xF3E4CE);

    /// <param name="table">Colour of the table, as 0xRRGGBB.</param>
    /// <param name="hearts">Of milk, in a row on the coffee.</param>
    /// <returns>A PNG.</returns>
    public static byte[] Drawn(int table, int hearts)
    {
        var rows = new byte[Height * (1 + (Width * 3))];
        for (var y = 0; y < Height; y++)
        {
            // Each row begins with 0: it is not told as a difference from another.
            var row = rows.AsSpan((y * (1 + (Width * 3))) + 1);
            for (var x = 0; x < Width; x++)
            {
                Softened(x, y, Colour.Of(table), hearts).WriteTo(row[(x * 3)..]);
            }
        }

        return Png.Of(Width, Height, PngColours.Opaque, rows);
    }

    private static Colour Softened(int x, int y, Colour table, int hearts)
    {
        var sum = default(Colour);
        for (var i = 0; i < Samples * Samples; i++)
        {
            var (right, down) = ((i % Samples) + 0.5, (i / Samples) + 0.5);
            sum += At(x + (right / Samples) - (Width / 2), y + (down / Samples) - (Height / 2), table, hearts);
        }

        return sum * (1.0 / (Samples * Samples));
    }

    /// <summary>What is seen at a point, measured from the middle of the cup.</summary>
    private static Colour At(double x, double y, Colour table, int hearts)
    {
        var away = Math.Sqrt((x * x) + (y * y));
        if (away < Coffee)
        {
            return IsHeart(x, y, hearts) ? Milk : Brew.To(Crema, Math.Pow(away / Coffee, 6));
        }

        if (away < Cup)
        {
            return Rim.To(Porcelain, (away - Coffee) / (Cup - Coffee));
        }

        // The handle points to the upper right.
        var (along, across) = ((x - y) / Math.Sqrt(2), (x + y) / Math.Sqrt(2));
        if (Math.Abs(across) < 15 && along > 0 && along < Cup + 44)
        {
            return Rim.To(Porcelain, Math.Abs(across) / 15);
        }

        if (away < Saucer)
        {
            return Porcelain.To(Shadow, 0.12 + (0.18 * Math.Max(0, 1 - ((away - Cup) / 24))));
        }

        var shade = Math.Sqrt(((x - 10) * (x - 10)) + ((y - 14) * (y - 14))) - Saucer;
        // Light falls through a window in two broad stripes.
        var light = Math.Abs((x + (y * 0.7) + 700) % 420) < 190 ? 0.10 : 0.0;
        return table.To(Rim, light).To(Shadow, 0.45 * Math.Max(0, 1 - (Math.Max(0, shade) / 26)));
    }

    private static bool IsHeart(double x, double y, int hearts)
    {
        var size = hearts == 1 ? 46 : 66.0 / hearts;
        for (var i = 0; i < hearts; i++)
        {
            var middle = (i - ((hearts - 1) / 2.0)) * size * 2.5;
            var (right, up) = ((x - middle) / size, (-y / size) + 0.2);
            var bent = up - Math.Sqrt(Math.Abs(right)) * 0.75;
            if ((right * right) + (bent * bent) < 1)
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Colour(double Red, double Green, double Blue)
    {
        public static Colour Of(int rgb) => new((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF);

        public static Colour operator +(Colour a, Colour b) => new(a.Red + b.Red, a.Green + b.Green, a.Blue + b.Blue);

        public static Colour operator *(Colour a, double by) => new(a.Red * by, a.Green * by, a.Blue * by);

        public Colour To(Colour other, double part) => (this * (1 - part)) + (other * part);

        public void WriteTo(Span<byte> to) => (to[0], to[1], to[2]) = ((byte)Red, (byte)Green, (byte)Blue);
    }
}
