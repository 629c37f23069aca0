using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Companion.Bot.Tests.Channels;

/// <summary>A small SMTP server on loopback that keeps what it is given and can be told to refuse.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    public MailServer()
    {
        listener.Start();
        running = Run();
    }

    public string Address => "127.0.0.1:" + ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What the server answers to a command instead of agreeing, for example "RCPT" to "550 no such user".</summary>
    public Dictionary<string, string> Refusals { get; } = [];

    /// <summary>The command after which the connection is dropped without an answer.</summary>
    public string? HangsUpAfter { get; set; }

    public List<string> Mails { get; } = [];

    public List<string> Commands { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
        listener.Dispose();
    }

    private async Task Run()
    {
        while (!stop.IsCancellationRequested)
        {
            using var client = await listener.AcceptTcpClientAsync(stop.Token);
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            try
            {
                await Talk(reader, writer);
            }
            catch (IOException)
            {
                // The client hung up; the next one is welcome.
            }
        }
    }

    private async Task Talk(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync(Refusals.GetValueOrDefault("CONNECT", "220 test"));
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            Commands.Add(line);
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            if (verb == "DATA" && !Refusals.ContainsKey(verb))
            {
                await writer.WriteLineAsync("354 go on");
                Mails.Add(await Mail(reader));
                verb = "END";
            }

            if (HangsUpAfter == verb)
            {
                return;
            }

            await writer.WriteLineAsync(Refusals.GetValueOrDefault(verb, verb == "QUIT" ? "221 bye" : "250 fine"));
            if (verb == "QUIT")
            {
                return;
            }
        }
    }

    private async Task<string> Mail(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            mail.Append(line).Append('\n');
        }

        return mail.ToString();
    }
}
