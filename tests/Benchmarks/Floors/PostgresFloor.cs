using Npgsql;

namespace Companion.Benchmarks.Floors;

/// <summary>Rows in PostgreSQL, each request with a commit of its own (which the server's own log shares with its neighbours).</summary>
internal sealed class PostgresFloor(string connectionString) : IFloorRows
{
    private readonly NpgsqlDataSource source = FloorTable.Open(connectionString);

    public async Task Add(FloorRow row)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var insert = new NpgsqlCommand(FloorTable.Insert, connection);
        FloorTable.Bind(insert.Parameters, row);
        await insert.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}

/// <summary>Rows in PostgreSQL by one writer that commits all that wait at once.</summary>
internal sealed class PostgresSharedFloor : IFloorRows
{
    private const int MostPerCommit = 64;

    private readonly WriterLine line = new(MostPerCommit);
    private readonly NpgsqlDataSource source;
    private readonly Task writing;

    public PostgresSharedFloor(string connectionString)
    {
        source = FloorTable.Open(connectionString);
        writing = Task.Run(Write);
    }

    public Task Add(FloorRow row) => line.Add(row);

    public async ValueTask DisposeAsync()
    {
        line.Close();
        await writing;
        await source.DisposeAsync();
    }

    private async Task Write()
    {
        await using var connection = await source.OpenConnectionAsync();
        await line.Write(async rows =>
        {
            await using var batch = new NpgsqlBatch(connection);
            foreach (var row in rows)
            {
                var insert = new NpgsqlBatchCommand(FloorTable.Insert);
                FloorTable.Bind(insert.Parameters, row);
                batch.BatchCommands.Add(insert);
            }

            await batch.ExecuteNonQueryAsync(); // a batch is one transaction
        });
    }
}

/// <summary>The floor's table.</summary>
internal static class FloorTable
{
    public const string Insert = "INSERT INTO texts (sid, sender, words) VALUES ($1, $2, $3)";

    public static NpgsqlDataSource Open(string connectionString)
    {
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 20, AutoPrepareMinUsages = 2 });
        using var create = source.CreateCommand(
            "CREATE TABLE IF NOT EXISTS texts (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, sid text NOT NULL, sender text NOT NULL, words text NOT NULL)");
        create.ExecuteNonQuery();
        return source;
    }

    public static void Bind(NpgsqlParameterCollection parameters, FloorRow row)
    {
        parameters.Add(new NpgsqlParameter<string> { TypedValue = row.Sid });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = row.Sender });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = row.Words });
    }
}
