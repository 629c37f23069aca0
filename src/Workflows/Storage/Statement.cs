using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Companion.Workflows.Storage;

/// <summary>A statement with @p0, @p1 ... as PostgreSQL wants it ($1, $2 ...), and which of the values it uses in which order.</summary>
internal sealed record Statement(string Positional, int[] Uses)
{
    private static readonly ConcurrentDictionary<string, Statement> Parsed = new(StringComparer.Ordinal);

    /// <summary>The statement of <paramref name="sql"/>, parsed once.</summary>
    public static Statement Of(string sql) => Parsed.GetOrAdd(sql, Parse);

    private static Statement Parse(string sql)
    {
        var (positional, uses) = (new StringBuilder(), new List<int>());
        for (var at = 0; at < sql.Length; at++)
        {
            if (sql[at] is not '@' || at + 2 >= sql.Length + 1 || sql[at + 1] is not 'p')
            {
                positional.Append(sql[at]);
                continue;
            }

            var end = at + 2;
            while (end < sql.Length && char.IsAsciiDigit(sql[end]))
            {
                end++;
            }

            var number = int.Parse(sql.AsSpan(at + 2, end - at - 2), CultureInfo.InvariantCulture);
            var place = uses.IndexOf(number);
            if (place < 0)
            {
                uses.Add(number);
                place = uses.Count - 1;
            }

            positional.Append('$').Append(place + 1);
            at = end - 1;
        }

        return new Statement(positional.ToString(), [.. uses]);
    }
}
