using Npgsql;
using NpgsqlTypes;

namespace Companion.Workflows.Storage.Postgres;

/// <summary>What PostgreSQL calls a stored type, and how parameters of it are made.</summary>
internal abstract record PostgresType(string Name, NpgsqlDbType One)
{
    private static readonly PostgresType Long = new OfValues<long>("bigint", NpgsqlDbType.Bigint);
    private static readonly PostgresType Int = new OfValues<int>("integer", NpgsqlDbType.Integer);
    private static readonly PostgresType Bool = new OfValues<bool>("boolean", NpgsqlDbType.Boolean);
    private static readonly PostgresType Text = new OfTexts();

    /// <summary>The type that holds long, int, bool or string; text for a null of no known type.</summary>
    public static PostgresType Of(Type? stored) =>
        stored == typeof(long) ? Long : stored == typeof(int) ? Int : stored == typeof(bool) ? Bool : Text;

    /// <summary>A parameter of one value.</summary>
    public NpgsqlParameter Single(object? value) => new() { NpgsqlDbType = One, Value = value ?? DBNull.Value };

    /// <summary>A parameter of many values: an array.</summary>
    public abstract NpgsqlParameter Many(int count, Func<int, object?> valueOf);

    private sealed record OfValues<T>(string Name, NpgsqlDbType One) : PostgresType(Name, One)
        where T : struct
    {
        public override NpgsqlParameter Many(int count, Func<int, object?> valueOf)
        {
            var values = new T?[count];
            for (var at = 0; at < count; at++)
            {
                values[at] = (T?)valueOf(at);
            }

            return new NpgsqlParameter<T?[]> { NpgsqlDbType = NpgsqlDbType.Array | One, TypedValue = values };
        }
    }

    private sealed record OfTexts() : PostgresType("text", NpgsqlDbType.Text)
    {
        public override NpgsqlParameter Many(int count, Func<int, object?> valueOf)
        {
            var values = new string?[count];
            for (var at = 0; at < count; at++)
            {
                values[at] = (string?)valueOf(at);
            }

            return new NpgsqlParameter<string?[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, TypedValue = values };
        }
    }
}
