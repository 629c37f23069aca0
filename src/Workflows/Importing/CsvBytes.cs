using System.Text;

namespace Companion.Workflows.Importing;

/// <summary>The letters of a file that somebody saved from a spreadsheet.</summary>
internal static class CsvBytes
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int Most = 10 * 1024 * 1024;

    /// <summary>Reads a stream to its end, or to one byte more than is allowed.</summary>
    public static async Task<byte[]> Read(Stream file, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var piece = new byte[81_920];
        int read;
        while (kept.Length <= Most && (read = await file.ReadAsync(piece, cancel)) > 0)
        {
            kept.Write(piece, 0, read);
        }

        return kept.ToArray();
    }

    /// <summary>UTF-8 with or without its mark, UTF-16 with its mark; what is no UTF-8 is windows-1252, as Excel saves "CSV".</summary>
    public static string Letters(byte[] file)
    {
        if (file is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(file, 2, file.Length - 2);
        }

        if (file is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(file, 2, file.Length - 2);
        }

        var from = file is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file, from, file.Length - from);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(file, from, file.Length - from);
        }
    }
}
