using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Companion.Workflows.Storage;

/// <summary>Compiles, once for each kind of row, how it is read and written, by the conversions of the one EF Core model.</summary>
internal static class RowAccess
{
    /// <summary>A property as a column.</summary>
    public static Column Describe(IProperty property)
    {
        var row = Expression.Parameter(typeof(object));
        Expression value = Expression.Property(Expression.Convert(row, property.DeclaringType.ClrType), property.PropertyInfo!);
        var stored = Expression.Convert(ToStored(property, value), typeof(object));
        var get = property.IsNullable
            ? Expression.Condition(
                Expression.Equal(value, Expression.Constant(null, property.ClrType)), Expression.Constant(null), stored)
            : (Expression)stored;
        return new Column(property.GetColumnName(), Stored(property), Expression.Lambda<Func<object, object?>>(get, row).Compile());
    }

    /// <summary>A row from a record whose columns are the entity's properties in their order.</summary>
    public static Func<DbDataReader, object> Reader(IEntityType entity)
    {
        var record = Expression.Parameter(typeof(DbDataReader));
        var values = entity.GetProperties().Select((property, at) =>
            Expression.Bind(property.PropertyInfo!, FromStored(property, record, Expression.Constant(at))));
        return Expression.Lambda<Func<DbDataReader, object>>(Expression.MemberInit(Expression.New(entity.ClrType), values), record).Compile();
    }

    private static Type Stored(IProperty property)
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static Expression ToStored(IProperty property, Expression value)
    {
        if (property.GetTypeMapping().Converter is not { } converter)
        {
            return value;
        }

        return Expression.Invoke(converter.ConvertToProviderExpression, Expression.Convert(value, converter.ModelClrType));
    }

    private static Expression FromStored(IProperty property, Expression record, Expression at)
    {
        var stored = Stored(property);
        Expression value = Expression.Call(record, Getter(stored), null, at);
        if (property.GetTypeMapping().Converter is { } converter)
        {
            value = Expression.Invoke(converter.ConvertFromProviderExpression, Expression.Convert(value, converter.ProviderClrType));
        }

        value = Expression.Convert(value, property.ClrType);
        return property.IsNullable
            ? Expression.Condition(Expression.Call(record, nameof(DbDataReader.IsDBNull), null, at), Expression.Default(property.ClrType), value)
            : value;
    }

    private static string Getter(Type stored) =>
        stored == typeof(long) ? nameof(DbDataReader.GetInt64)
        : stored == typeof(int) ? nameof(DbDataReader.GetInt32)
        : stored == typeof(bool) ? nameof(DbDataReader.GetBoolean)
        : nameof(DbDataReader.GetString);
}
