using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Companion.Tests.Support;

/// <summary>
/// PostgreSQL for tests: the server of COMPANION_TEST_POSTGRES, or a throwaway one from the system's binaries, started once for
/// the test run and removed after it. Each caller gets a database of its own.
/// </summary>
public static class PostgresServer
{
    private static readonly Lazy<(string? ConnectionString, string Missing)> Server = new(Start);
    private static int databases;

    /// <summary>A new, empty database; skips (or fails) the test when there is no PostgreSQL.</summary>
    public static string NewDatabase()
    {
        var (server, missing) = Server.Value;
        Require.That(server is not null, missing);
        var name = $"companion_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}";
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        create.ExecuteNonQuery();
        return new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ToString();
    }

    private static (string?, string) Start()
    {
        if (Environment.GetEnvironmentVariable("COMPANION_TEST_POSTGRES") is { Length: > 0 } given)
        {
            return (given, "");
        }

        var binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        if (binaries is null)
        {
            return (null, "needs PostgreSQL: install Debian's postgresql, or set COMPANION_TEST_POSTGRES");
        }

        var folder = Directory.CreateTempSubdirectory("companion-pg-").FullName;
        var port = FreePort();
        var data = Path.Combine(folder, "data");
        if (IsRoot())
        {
            Run("chown", "postgres", folder); // initdb refuses root
        }

        Run(Path.Combine(binaries, "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        Run(
            Path.Combine(binaries, "pg_ctl"), "-D", data, "-w", "-t", "60", "-l", Path.Combine(folder, "log"), "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c max_connections=200", "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Run(Path.Combine(binaries, "pg_ctl"), "-D", data, "-m", "immediate", "-w", "stop");
            Directory.Delete(folder, recursive: true);
        };
        return (string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres"), "");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsRoot() => Environment.UserName == "root";

    private static void Run(string program, params string[] arguments)
    {
        var asPostgres = IsRoot() && program.Contains('/', StringComparison.Ordinal);
        var start = new ProcessStartInfo(asPostgres ? "runuser" : program) { WorkingDirectory = "/tmp" };
        foreach (var argument in asPostgres ? ["-u", "postgres", "--", program, .. arguments] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.RedirectStandardOutput = program.EndsWith("initdb", StringComparison.Ordinal);
        using var process = Process.Start(start)!;
        if (start.RedirectStandardOutput)
        {
            process.StandardOutput.ReadToEnd();
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
