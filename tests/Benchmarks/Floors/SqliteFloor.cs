using Microsoft.Data.Sqlite;

namespace Companion.Benchmarks.Floors;

/// <summary>Rows in SQLite by one writer, durable as Companion's are: a commit for each, or for all that wait.</summary>
internal sealed class SqliteFloor : IFloorRows
{
    private const int MostPerCommit = 64;

    private readonly WriterLine line;
    private readonly Thread writer;

    public SqliteFloor(string connectionString, bool shared)
    {
        line = new WriterLine(shared ? MostPerCommit : 1);
        writer = new Thread(() => Write(connectionString)) { IsBackground = true };
        writer.Start();
    }

    public Task Add(FloorRow row) => line.Add(row);

    public ValueTask DisposeAsync()
    {
        line.Close();
        writer.Join();
        return ValueTask.CompletedTask;
    }

    private void Write(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = FULL");
        Run("CREATE TABLE IF NOT EXISTS texts (id INTEGER PRIMARY KEY, sid TEXT NOT NULL, sender TEXT NOT NULL, words TEXT NOT NULL)");
        using var begin = Prepare("BEGIN IMMEDIATE");
        using var insert = Prepare("INSERT INTO texts (sid, sender, words) VALUES (@sid, @sender, @words)", "@sid", "@sender", "@words");
        using var commit = Prepare("COMMIT");
        line.Write(Together).GetAwaiter().GetResult();

        ValueTask Together(IReadOnlyList<FloorRow> rows)
        {
            begin.ExecuteNonQuery();
            foreach (var row in rows)
            {
                (insert.Parameters[0].Value, insert.Parameters[1].Value, insert.Parameters[2].Value) = (row.Sid, row.Sender, row.Words);
                insert.ExecuteNonQuery();
            }

            commit.ExecuteNonQuery();
            return ValueTask.CompletedTask;
        }

        SqliteCommand Prepare(string sql, params string[] names)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            Array.ForEach(names, name => command.Parameters.Add(new SqliteParameter { ParameterName = name }));
            return command;
        }

        void Run(string sql)
        {
            using var command = Prepare(sql);
            command.ExecuteNonQuery();
        }
    }
}
