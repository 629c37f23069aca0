using System.Data.Common;
using System.Globalization;
using Companion.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Companion.Benchmarks.Turns;

/// <summary>An empty place to store things, on a real disk, for one contender in one round.</summary>
internal sealed class Place : IDisposable
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    private readonly string store;

    public Place(string store)
    {
        this.store = store;
        ConnectionString = store == Sqlite ? $"Data Source={Path.Combine(Folder, "companion.db")};Pooling=False" : PostgresServer.NewDatabase();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("companion-bench-").FullName;

    public string ConnectionString { get; }

    /// <summary>How many rows a table holds.</summary>
    public async Task<long> Rows(string table)
    {
        await using DbConnection connection = store == Sqlite ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var count = connection.CreateCommand();
        count.CommandText = $"SELECT count(*) FROM \"{table}\"";
        return Convert.ToInt64(await count.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
