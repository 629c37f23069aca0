using System.Collections.Concurrent;
using Npgsql;

namespace Companion.Workflows.Storage.Postgres;

/// <summary>
/// The statements that write several rows of one kind to PostgreSQL at once, for one row, two, four and so on: a statement for eight
/// rows costs little more than for one, and each stays prepared. (An array for each column would need one statement, but the server
/// takes arrays apart so slowly that it costs more than it saves.)
/// </summary>
internal sealed class ManyRows(RowMap map)
{
    private const int MostTogether = 16;

    private static readonly ConcurrentDictionary<RowMap, ManyRows> Known = new();

    private readonly ConcurrentDictionary<(bool IsNew, int Rows), string> statements = new();

    /// <summary>Commands that write rows of the same kind, all of them new or none.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Write(IReadOnlyList<RowWrite> all)
    {
        var many = Known.GetOrAdd(all[0].Map, map => new ManyRows(map));
        var rows = many.Latest(all);
        for (int from = 0, most = MostTogether; from < rows.Count; from += most)
        {
            while (most > rows.Count - from)
            {
                most /= 2;
            }

            yield return many.Command(rows, from, most);
        }
    }

    // One statement cannot write the same row twice: of those of which the latest counts, only that goes.
    private IReadOnlyList<RowWrite> Latest(IReadOnlyList<RowWrite> rows) => map.LatestKey.Count == 0
        ? rows
        : [.. rows.Reverse().DistinctBy(row => string.Join('|', map.LatestKey.Select(column => column.Get(row.Row)))).Reverse()];

    private NpgsqlBatchCommand Command(IReadOnlyList<RowWrite> rows, int from, int count)
    {
        var command = new NpgsqlBatchCommand(statements.GetOrAdd((rows[from].IsNew, count), Sql));
        for (var at = from; at < from + count; at++)
        {
            foreach (var column in map.Columns)
            {
                command.Parameters.Add(PostgresType.Of(column.Stored).Single(column.Get(rows[at].Row)));
            }
        }

        return command;
    }

    private string Sql((bool IsNew, int Rows) kind)
    {
        var names = string.Join(", ", map.Columns.Select(column => $"\"{column.Name}\""));
        var values = string.Join(", ", Enumerable.Range(0, kind.Rows).Select(row =>
            $"({string.Join(", ", map.Columns.Select((_, at) => $"${(row * map.Columns.Count) + at + 1}"))})"));
        var sets = map.Columns.Where(column => column.Name is not "Id").Select(column => $"\"{column.Name}\" = v.\"{column.Name}\"");
        return kind.IsNew
            ? $"INSERT INTO \"{map.Table}\" ({names}) VALUES {values}{map.OnConflict}"
            : $"UPDATE \"{map.Table}\" AS t SET {string.Join(", ", sets)} FROM (VALUES {values}) AS v({names}) WHERE t.\"Id\" = v.\"Id\"";
    }
}
