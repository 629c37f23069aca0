using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Companion.Workflows.Storage;

/// <summary>One stored property: its column, and how its value goes in and comes out.</summary>
/// <param name="Name">The column.</param>
/// <param name="Stored">What the database holds: long, int, bool or string.</param>
/// <param name="Get">The value as stored, from a row.</param>
/// <param name="Set">Sets the property of a row from the value as stored.</param>
public sealed record Column(string Name, Type Stored, Func<object, object?> Get, Action<object, object?> Set);

/// <summary>A kind of row as statements: table, columns and the SQL to write it, all taken from the one EF Core model.</summary>
public sealed class RowMap
{
    /// <summary>Annotation of a kind of row that is made once: its unique column. A second insert does nothing.</summary>
    public const string OnceBy = "Companion:OnceBy";

    private RowMap(IEntityType entity)
    {
        Table = entity.GetTableName()!;
        Columns = entity.GetProperties().Select(Describe).ToArray();
        var names = Columns.Select(column => $"\"{column.Name}\"").ToArray();
        var places = Columns.Select((_, at) => $"@p{at}").ToArray();
        Select = $"SELECT {string.Join(", ", names)} FROM \"{Table}\" ";
        Insert = $"INSERT INTO \"{Table}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", places)})"
            + (entity.FindAnnotation(OnceBy) is { Value: string once } ? $" ON CONFLICT (\"{once}\") DO NOTHING" : "");
        var sets = names.Zip(places).Where(pair => pair.First is not "\"Id\"").Select(pair => $"{pair.First} = {pair.Second}");
        Update = $"UPDATE \"{Table}\" SET {string.Join(", ", sets)} WHERE \"Id\" = {places[Array.IndexOf(names, "\"Id\"")]}";
        Delete = $"DELETE FROM \"{Table}\" WHERE \"Id\" = @p0";
        New = Expression.Lambda<Func<object>>(Expression.New(entity.ClrType)).Compile();
        Id = Columns.Single(column => column.Name is "Id").Get;
    }

    /// <summary>The table's name.</summary>
    public string Table { get; }

    /// <summary>The columns, in the order of every statement.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Selects every column; a condition follows.</summary>
    public string Select { get; }

    /// <summary>Inserts one row: a parameter @pN for each column.</summary>
    public string Insert { get; }

    /// <summary>Updates every column of one row by its Id: the parameters of <see cref="Insert"/>.</summary>
    public string Update { get; }

    /// <summary>Deletes one row by its Id (@p0).</summary>
    public string Delete { get; }

    /// <summary>A row with nothing set.</summary>
    public Func<object> New { get; }

    /// <summary>The Id of a row.</summary>
    public Func<object, object?> Id { get; }

    /// <summary>A row from the reader's present record, whose columns are those of <see cref="Select"/>.</summary>
    public object Read(DbDataReader reader)
    {
        var row = New();
        for (var at = 0; at < Columns.Count; at++)
        {
            var column = Columns[at];
            column.Set(row, reader.IsDBNull(at) ? null : Value(reader, at, column.Stored));
        }

        return row;
    }

    /// <summary>The maps of every kind of row of <paramref name="model"/>.</summary>
    public static IReadOnlyDictionary<Type, RowMap> All(IModel model) =>
        Cache.GetOrAdd(model, m => m.GetEntityTypes().ToDictionary(entity => entity.ClrType, entity => new RowMap(entity)));

    private static readonly ConcurrentDictionary<IModel, IReadOnlyDictionary<Type, RowMap>> Cache = new();

    private static object Value(DbDataReader reader, int at, Type stored) =>
        stored == typeof(long) ? reader.GetInt64(at)
        : stored == typeof(int) ? reader.GetInt32(at)
        : stored == typeof(bool) ? reader.GetBoolean(at)
        : reader.GetString(at);

    private static Column Describe(IProperty property)
    {
        var converter = property.GetTypeMapping().Converter;
        var stored = Nullable.GetUnderlyingType(converter?.ProviderClrType ?? property.ClrType) ?? converter?.ProviderClrType ?? property.ClrType;
        var (get, set) = (Getter(property), Setter(property));
        return converter is null
            ? new Column(property.GetColumnName(), stored, get, set)
            : new Column(
                property.GetColumnName(),
                stored,
                row => get(row) is { } value ? converter.ConvertToProvider(value) : null,
                (row, value) => set(row, value is null ? null : converter.ConvertFromProvider(value)));
    }

    private static Func<object, object?> Getter(IProperty property)
    {
        var row = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(row, property.DeclaringType.ClrType), property.PropertyInfo!);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), row).Compile();
    }

    private static Action<object, object?> Setter(IProperty property)
    {
        var (row, value) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(object)));
        var target = Expression.Property(Expression.Convert(row, property.DeclaringType.ClrType), property.PropertyInfo!);
        return Expression.Lambda<Action<object, object?>>(
            Expression.Assign(target, Expression.Convert(value, property.ClrType)), row, value).Compile();
    }
}
