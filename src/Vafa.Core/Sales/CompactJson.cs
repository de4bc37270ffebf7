using System.Globalization;
using System.Text.Encodings.Web;

namespace Vafa.Core.Sales;

/// <summary>Writes the little JSON of a stored decision: numbers in lists, few names, no spaces.</summary>
internal sealed class CompactJson
{
    [ThreadStatic]
    private static CompactJson? mine;

    private char[] text = new char[1024];
    private int length;
    private bool first;

    public static CompactJson Start()
    {
        var json = mine ??= new CompactJson();
        json.length = 0;
        json.first = true;
        return json;
    }

    public CompactJson Open(char bracket)
    {
        Comma();
        Put(bracket);
        first = true;
        return this;
    }

    public CompactJson Open(string name, char bracket)
    {
        Name(name);
        Put(bracket);
        first = true;
        return this;
    }

    public CompactJson Close(char bracket)
    {
        Put(bracket);
        first = false;
        return this;
    }

    public CompactJson Number(long number)
    {
        Comma();
        Room(20);
        number.TryFormat(text.AsSpan(length), out var written, default, CultureInfo.InvariantCulture);
        length += written;
        return this;
    }

    public CompactJson Number(string name, long number)
    {
        Name(name);
        first = true;
        return Number(number);
    }

    public CompactJson Text(string value)
    {
        Comma();
        Put('"');
        Put(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value));
        Put('"');
        return this;
    }

    public CompactJson Name(string name)
    {
        Text(name);
        Put(':');
        first = true;
        return this;
    }

    /// <summary>Of what is written so far.</summary>
    public uint Hash => HashOf(text.AsSpan(0, length));

    /// <summary>FNV-1a over the letters: two texts that differ in one letter never have the same.</summary>
    public static uint HashOf(ReadOnlySpan<char> letters)
    {
        var hash = 2166136261U;
        foreach (var letter in letters)
        {
            hash = (hash ^ letter) * 16777619U;
        }

        return hash;
    }

    public override string ToString() => new(text, 0, length);

    private void Comma()
    {
        if (!first)
        {
            Put(',');
        }

        first = false;
    }

    private void Put(char c)
    {
        Room(1);
        text[length++] = c;
    }

    private void Put(string s)
    {
        Room(s.Length);
        s.CopyTo(text.AsSpan(length));
        length += s.Length;
    }

    private void Room(int more)
    {
        if (text.Length < length + more)
        {
            Array.Resize(ref text, Math.Max(text.Length * 2, length + more));
        }
    }
}
