using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Companion.Benchmarks.Turns;

/// <summary>One kept-alive connection that walks one referral after another, a text at a time.</summary>
internal sealed class Line : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] Length = "Content-Length: "u8.ToArray();

    private readonly IEnumerator<byte[][]> referrals;
    private readonly byte[] buffer = new byte[16 * 1024];
    private byte[][] texts = [];
    private int next;
    private int received;

    public Line(int port, IEnumerator<byte[][]> referrals)
    {
        this.referrals = referrals;
        Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Socket.Connect(IPAddress.Loopback, port);
    }

    public Socket Socket { get; }

    /// <summary>When the last text was sent (<see cref="Stopwatch"/>).</summary>
    public long SentAt { get; private set; }

    /// <summary>Sends the next text.</summary>
    public void Send()
    {
        if (next == texts.Length)
        {
            if (!referrals.MoveNext())
            {
                throw new InvalidOperationException("More texts were wanted than were signed.");
            }

            (texts, next) = (referrals.Current, 0);
        }

        SentAt = Stopwatch.GetTimestamp();
        Socket.Send(texts[next++]);
        received = 0;
    }

    /// <summary>Takes what has come; the status when the answer is whole, else null.</summary>
    public int? Receive()
    {
        var count = Socket.Receive(buffer.AsSpan(received));
        if (count == 0)
        {
            throw new InvalidOperationException("The connection was closed after: " + Encoding.UTF8.GetString(buffer, 0, received));
        }

        received += count;
        var answer = buffer.AsSpan(0, received);
        var head = answer.IndexOf(EndOfHead);
        return head >= 0 && received >= head + EndOfHead.Length + BodyLength(answer[..head])
            ? int.Parse(Encoding.ASCII.GetString(answer.Slice("HTTP/1.1 ".Length, 3)), CultureInfo.InvariantCulture)
            : null;
    }

    public void Dispose() => Socket.Dispose();

    private static int BodyLength(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf(Length);
        if (at < 0)
        {
            return 0;
        }

        var digits = head[(at + Length.Length)..];
        var end = digits.IndexOf((byte)'\r');
        return int.Parse(Encoding.ASCII.GetString(end < 0 ? digits : digits[..end]), CultureInfo.InvariantCulture);
    }
}
