using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Companion.Bot.Channels.Teams.Package;

/// <summary>The app's icons: a speech bubble with two dots that talk with each other, drawn here and written as PNG.</summary>
internal static class Icon
{
    private const int Fine = 4; // each pixel is looked at so often in both directions

    /// <summary>192 by 192 pixels: white on teal, to the edges, as Teams asks of the colour icon.</summary>
    public static byte[] Colour() => Draw(192, ink => Mix(ink, (0, 82, 92)));

    /// <summary>32 by 32 pixels: white on nothing, as Teams asks of the outline icon.</summary>
    public static byte[] Outline() => Draw(32, ink => (255, 255, 255, (byte)(255 * ink)));

    private static (byte, byte, byte, byte) Mix(double ink, (byte R, byte G, byte B) back) =>
        ((byte)(back.R + ((255 - back.R) * ink)), (byte)(back.G + ((255 - back.G) * ink)), (byte)(back.B + ((255 - back.B) * ink)), 255);

    private static byte[] Draw(int size, Func<double, (byte R, byte G, byte B, byte A)> colour)
    {
        var rows = new MemoryStream();
        for (var y = 0; y < size; y++)
        {
            rows.WriteByte(0); // no filter
            for (var x = 0; x < size; x++)
            {
                var (r, g, b, a) = colour(Ink(x, y, size));
                rows.Write([r, g, b, a]);
            }
        }

        return Png(size, rows.ToArray());
    }

    // How much of a pixel is ink, from 0 to 1.
    private static double Ink(int x, int y, int size)
    {
        var inside = 0;
        for (var part = 0; part < Fine * Fine; part++)
        {
            var (at, down) = ((x + (((part % Fine) + 0.5) / Fine)) / size, (y + (((part / Fine) + 0.5) / Fine)) / size);
            inside += IsInk(at, down) ? 1 : 0;
        }

        return inside / (double)(Fine * Fine);
    }

    // In a square of side 1: a round bubble with a tail, and two holes in it.
    private static bool IsInk(double x, double y)
    {
        var bubble = Square((x - 0.5) / 0.36) + Square((y - 0.45) / 0.28) <= 1;
        var tail = y is >= 0.6 and <= 0.84 && x >= 0.3 && x <= 0.3 + ((0.84 - y) * 0.9);
        var eyes = Square(x - 0.38) + Square(y - 0.45) <= 0.0036 || Square(x - 0.62) + Square(y - 0.45) <= 0.0036;
        return (bubble || tail) && !eyes;
    }

    private static double Square(double one) => one * one;

    private static byte[] Png(int size, byte[] rows)
    {
        var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n']);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);
        (header[8], header[9]) = (8, 6); // eight bits each of red, green, blue and alpha
        Chunk(png, "IHDR", header);
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        Chunk(png, "IDAT", packed.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, string type, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        png.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
