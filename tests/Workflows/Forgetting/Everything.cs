using System.Data.Common;
using Companion.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace Companion.Workflows.Tests.Forgetting;

/// <summary>Every text that a database holds.</summary>
internal static class Everything
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Each as "Table.Column: text", by what the model calls them.</summary>
    public static async Task<IReadOnlyList<string>> In(IStore store)
    {
        await using var db = store.Read();
        var found = new List<string>();
        foreach (var (table, column) in Columns(db))
        {
            var sql = $"SELECT \"{column}\" AS \"Value\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL";
            var texts = await db.Database.SqlQueryRaw<string>(sql).ToListAsync(Cancel);
            found.AddRange(texts.Select(text => $"{table}.{column}: {text}"));
        }

        return found;
    }

    /// <summary>The columns that hold text: names of values, JSON and words.</summary>
    public static IReadOnlyList<(string Table, string Column)> Columns(CompanionDb db) => db.Model.GetEntityTypes()
        .SelectMany(entity => entity.GetProperties()
            .Where(property => (property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) == typeof(string))
            .Select(property => (entity.GetTableName()!, property.GetColumnName())))
        .ToList();

    /// <summary>The columns that hold plain words.</summary>
    public static IReadOnlyList<(string Table, string Column)> Plain(CompanionDb db) => db.Model.GetEntityTypes()
        .SelectMany(entity => entity.GetProperties()
            .Where(property => property.ClrType == typeof(string) && property.GetTypeMapping().Converter is null && property.Name != "ServiceId")
            .Select(property => (entity.GetTableName()!, property.GetColumnName())))
        .ToList();

    /// <summary>Runs a statement.</summary>
    public static Task<int> Run(IStore store, string sql, params object?[] values) => store.Write(
        session =>
        {
            session.Execute(sql, values);
            return ValueTask.FromResult(0);
        },
        Cancel);

    /// <summary>The bytes of a SQLite database and its log as letters; empty for another.</summary>
    public static async Task<string> Bytes(IStore store)
    {
        await using var db = store.Read();
        if (!db.Database.IsSqlite())
        {
            return "";
        }

        var file = new DbConnectionStringBuilder { ConnectionString = db.Database.GetConnectionString() }["Data Source"].ToString()!;
        var read = "";
        foreach (var part in new[] { file, file + "-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Cancel);
            read += System.Text.Encoding.Latin1.GetString(bytes.ToArray());
        }

        return read;
    }
}
