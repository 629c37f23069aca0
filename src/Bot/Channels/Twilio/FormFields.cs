using System.Text;

namespace Companion.Bot.Channels.Twilio;

/// <summary>
/// The fields of an urlencoded form, decoded, in the order they came. Keys differ by case and may come more than once, as the
/// signature needs them; ASP.NET's form collection keeps neither apart. What is not well formed is kept as it stands.
/// </summary>
public sealed class FormFields
{
    private readonly List<KeyValuePair<string, string>> fields;

    private FormFields(List<KeyValuePair<string, string>> fields) => this.fields = fields;

    /// <summary>No fields.</summary>
    public static FormFields None { get; } = new([]);

    /// <summary>Every field.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All => fields;

    /// <summary>The first value of a key, or null when the form lacks it.</summary>
    public string? this[string key]
    {
        get
        {
            foreach (var field in fields)
            {
                if (field.Key == key)
                {
                    return field.Value;
                }
            }

            return null;
        }
    }

    /// <summary>Reads the body of a form. Bytes that are not UTF-8 become U+FFFD.</summary>
    public static FormFields Parse(ReadOnlySpan<byte> body)
    {
        var read = new List<KeyValuePair<string, string>>(24);
        var room = new byte[body.Length];
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'&');
            var pair = end < 0 ? body : body[..end];
            body = end < 0 ? [] : body[(end + 1)..];
            if (pair.IsEmpty)
            {
                continue;
            }

            var equals = pair.IndexOf((byte)'=');
            read.Add(equals < 0
                ? new(Decode(pair, room), "")
                : new(Decode(pair[..equals], room), Decode(pair[(equals + 1)..], room)));
        }

        return new FormFields(read);
    }

    private static string Decode(ReadOnlySpan<byte> text, byte[] room)
    {
        if (text.IndexOfAny((byte)'%', (byte)'+') < 0)
        {
            return Encoding.UTF8.GetString(text);
        }

        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '%' && at + 2 < text.Length && Hex(text[at + 1]) is var high and >= 0 && Hex(text[at + 2]) is var low and >= 0)
            {
                room[length++] = (byte)((high << 4) | low);
                at += 2;
            }
            else
            {
                room[length++] = text[at] == '+' ? (byte)' ' : text[at];
            }
        }

        return Encoding.UTF8.GetString(room, 0, length);
    }

    private static int Hex(byte letter) => letter switch
    {
        >= (byte)'0' and <= (byte)'9' => letter - '0',
        >= (byte)'a' and <= (byte)'f' => letter - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => letter - 'A' + 10,
        _ => -1,
    };
}
