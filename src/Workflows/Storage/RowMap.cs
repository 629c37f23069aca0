using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Companion.Workflows.Storage;

/// <summary>One stored property.</summary>
/// <param name="Name">The column.</param>
/// <param name="Stored">What the database holds: long, int, bool or string.</param>
/// <param name="Get">The value as stored, from a row.</param>
public sealed record Column(string Name, Type Stored, Func<object, object?> Get);

/// <summary>A kind of row as statements: table, columns and the SQL to write it, all taken from the one EF Core model.</summary>
public sealed class RowMap
{
    /// <summary>Annotation of a kind of row that is made once: its unique column. A second insert does nothing.</summary>
    public const string OnceBy = "Companion:OnceBy";

    /// <summary>Annotation of a kind of row of which the latest counts: its unique columns. A second insert takes the first one's place.</summary>
    public const string LatestBy = "Companion:LatestBy";

    private RowMap(IEntityType entity)
    {
        Table = entity.GetTableName()!;
        Columns = entity.GetProperties().Select(RowAccess.Describe).ToArray();
        Read = RowAccess.Reader(entity);
        var names = Columns.Select(column => $"\"{column.Name}\"").ToArray();
        var places = Columns.Select((_, at) => $"@p{at}").ToArray();
        Select = $"SELECT {string.Join(", ", names)} FROM \"{Table}\" ";
        OnConflict = ConflictOf(entity, names);
        var latest = (entity.FindAnnotation(LatestBy)?.Value as string)?.Split(',') ?? [];
        LatestKey = Columns.Where(column => latest.Contains(column.Name)).ToArray();
        Insert = $"INSERT INTO \"{Table}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", places)}){OnConflict}";
        var sets = names.Zip(places).Where(pair => pair.First is not "\"Id\"").Select(pair => $"{pair.First} = {pair.Second}");
        Update = $"UPDATE \"{Table}\" SET {string.Join(", ", sets)} WHERE \"Id\" = {places[Array.IndexOf(names, "\"Id\"")]}";
        Delete = $"DELETE FROM \"{Table}\" WHERE \"Id\" = @p0";
        Id = Columns.Single(column => column.Name is "Id").Get;
    }

    /// <summary>The table's name.</summary>
    public string Table { get; }

    /// <summary>The columns, in the order of every statement.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Selects every column; a condition follows.</summary>
    public string Select { get; }

    /// <summary>What ends an insert: what becomes of a row that is there already; empty when that is a mistake.</summary>
    public string OnConflict { get; }

    /// <summary>The columns of which only the latest row counts; none for most kinds.</summary>
    public IReadOnlyList<Column> LatestKey { get; }

    /// <summary>Inserts one row: a parameter @pN for each column.</summary>
    public string Insert { get; }

    /// <summary>Updates every column of one row by its Id: the parameters of <see cref="Insert"/>.</summary>
    public string Update { get; }

    /// <summary>Deletes one row by its Id (@p0).</summary>
    public string Delete { get; }

    /// <summary>The Id of a row.</summary>
    public Func<object, object?> Id { get; }

    /// <summary>A row from the reader's present record, whose columns are those of <see cref="Select"/>.</summary>
    public Func<DbDataReader, object> Read { get; }

    /// <summary>The maps of every kind of row of <paramref name="model"/>.</summary>
    public static IReadOnlyDictionary<Type, RowMap> All(IModel model) =>
        Cache.GetOrAdd(model, m => m.GetEntityTypes().ToDictionary(entity => entity.ClrType, entity => new RowMap(entity)));

    private static readonly ConcurrentDictionary<IModel, IReadOnlyDictionary<Type, RowMap>> Cache = new();

    private static string ConflictOf(IEntityType entity, string[] names)
    {
        if (entity.FindAnnotation(OnceBy) is { Value: string once })
        {
            return $" ON CONFLICT (\"{once}\") DO NOTHING";
        }

        if (entity.FindAnnotation(LatestBy) is not { Value: string latest })
        {
            return "";
        }

        var key = latest.Split(',').Select(name => $"\"{name}\"").ToArray();
        var sets = names.Except([.. key, "\"Id\""]).Select(name => $"{name} = excluded.{name}");
        return $" ON CONFLICT ({string.Join(", ", key)}) DO UPDATE SET {string.Join(", ", sets)}";
    }
}
