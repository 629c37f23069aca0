using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Companion.Tests.Support.Load;

/// <summary>A program in a process of its own that answers HTTP on loopback.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    private const int LinesKept = 40;
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();

    private BotProcess(Process process, int port)
    {
        this.process = process;
        Port = port;
        Http = new HttpClient { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromSeconds(30) };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}";

    public HttpClient Http { get; }

    /// <summary>From its start to its first answer that it is ready.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>Processor time so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory now, in bytes.</summary>
    public long Resident
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>The system's number of it.</summary>
    public int Id => process.Id;

    /// <summary>The last lines it wrote.</summary>
    public string Said => string.Join('\n', said);

    /// <summary>A Companion as in Production, with Twilio configured and its account at <paramref name="twilio"/>.</summary>
    /// <param name="twilio">The fake.</param>
    /// <param name="settings">Further settings (Storage:Folder and so on).</param>
    /// <param name="largestFile">How many KB any file it writes may grow to, as on a disk that fills; null for as many as there is room for.</param>
    public static Task<BotProcess> Companion(AcceptingTwilio twilio, IReadOnlyDictionary<string, string> settings, int? largestFile = null)
    {
        var all = new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["Twilio__AccountSid"] = SignedText.Account,
            ["Twilio__AuthToken"] = SignedText.Token,
            ["Twilio__From"] = SignedText.ServiceNumber,
            ["Twilio__PublicUrl"] = SignedText.PublicUrl,
            ["Twilio__ApiBase"] = twilio.Address,
            ["Twilio__MessagesPerSecond"] = "1000",
            ["Email__Smtp"] = "127.0.0.1:9", // nobody listens: texts are what is tried here
            ["Email__From"] = "companion@companion.example",
            ["Links__Key"] = "a key of a test that signs nothing else",
            ["Links__BaseUrl"] = SignedText.PublicUrl,
        };
        foreach (var (key, value) in settings)
        {
            all[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var program = Path.Combine(AppContext.BaseDirectory, "Companion.Bot.dll");
        return Start(
            largestFile is null ? "dotnet" : "bash",
            _ => largestFile is null
                ? [program, "serve"]
                : ["-c", $"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f {largestFile}; exec dotnet '{program}' serve"],
            port => new(all) { ["Urls"] = $"http://127.0.0.1:{port}" },
            "/health/ready");
    }

    /// <summary>Starts a program on a free port and waits until <paramref name="probe"/> answers.</summary>
    /// <exception cref="InvalidOperationException">It ended, or was not ready in a minute; the message holds what it wrote.</exception>
    public static async Task<BotProcess> Start(
        string program, Func<int, string[]> arguments, Func<int, Dictionary<string, string>> environment, string probe)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(program, arguments(port))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/tmp",
        };
        foreach (var (key, value) in environment(port))
        {
            start.Environment[key] = value;
        }

        var watch = Stopwatch.StartNew();
        var bot = new BotProcess(Process.Start(start)!, port);
        await bot.UntilReady(probe, watch);
        return bot;
    }

    /// <summary>SIGKILL: nothing is finished, nothing is said.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private async Task UntilReady(string probe, Stopwatch watch)
    {
        while (!await Answers(probe))
        {
            if (process.HasExited || watch.Elapsed > LongestStart)
            {
                var words = $"Not ready after {watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s:\n{Said}";
                await DisposeAsync();
                throw new InvalidOperationException(words);
            }

            await Task.Delay(10);
        }

        ReadyAfter = watch.Elapsed;
    }

    private async Task<bool> Answers(string probe)
    {
        try
        {
            using var response = await Http.GetAsync(probe);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // it does not listen yet
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            said.Enqueue(line);
            while (said.Count > LinesKept && said.TryDequeue(out _))
            {
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
