using System.Text.RegularExpressions;
using Npgsql;

namespace Companion.Tests.Support.Load;

/// <summary>A row of the outbox.</summary>
/// <param name="Id">The row.</param>
/// <param name="To">Whom it goes to.</param>
/// <param name="Class">The class of the gate's table; 0 is safety.</param>
/// <param name="Status">How far it is: 0 queued, 1 sending, 2 unknown, 3 accepted, more is further.</param>
/// <param name="Words">The words.</param>
public sealed record StoredText(long Id, string To, int Class, int Status, string Words)
{
    /// <summary>True while it is still to be sent, or to be found out about.</summary>
    public bool Waits => Status is 0 or 1 or 2;
}

/// <summary>What a PostgreSQL database of Companion holds, read past Companion.</summary>
public sealed partial class Stored
{
    private const char Separator = '\n';
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private Stored(IReadOnlyList<string> inbound, IReadOnlyList<string> referrals, IReadOnlyList<StoredText> outbound) =>
        (Inbound, Referrals, Outbound) = (inbound, referrals, outbound);

    /// <summary>The sid of every text taken, one for each row.</summary>
    public IReadOnlyList<string> Inbound { get; }

    /// <summary>The number of every referral, one for each row.</summary>
    public IReadOnlyList<string> Referrals { get; }

    /// <summary>The texts of the outbox, oldest first; e-mail to staff waits where none is set up.</summary>
    public IReadOnlyList<StoredText> Outbound { get; }

    public static async Task<Stored> In(string connectionString, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        return new Stored(
            await Rows(source, """SELECT "ProviderId" FROM "Inbound" """, row => row.GetString(0), cancel),
            await Rows(source, """SELECT a."Value" FROM "Cases" c JOIN "Addresses" a ON a."Id" = c."AddressId" """, row => row.GetString(0), cancel),
            await Rows(
                source,
                """SELECT "Id", "To", "Class", "Status", "Words" FROM "Outbound" WHERE "Channel" = 'Sms' ORDER BY "CreatedAt", "Id" """,
                row => new StoredText(row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetString(4)),
                cancel));
    }

    /// <summary>How many texts of the outbox are still to be sent, or to be found out about.</summary>
    public static async Task<long> Waiting(string connectionString, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        return (await Rows(source, """SELECT count(*) FROM "Outbound" WHERE "Channel" = 'Sms' AND "Status" IN (0, 1, 2)""", row => row.GetInt64(0), cancel)).Single();
    }

    /// <summary>Lets the claims of a sender that died run out now instead of in a minute.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="diedAt">When it died; later claims are another's and stay.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task EndLeases(string connectionString, DateTimeOffset diedAt, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var end = source.CreateCommand("""UPDATE "Outbound" SET "ClaimedUntil" = 0 WHERE "Status" = 1 AND "ClaimedUntil" <= $1""");
        end.Parameters.Add(new NpgsqlParameter { Value = (diedAt + Lease - DateTimeOffset.UnixEpoch).Ticks });
        await end.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>All that a number was told, in the order it was written, whether or not replies of a burst were joined.</summary>
    public string Told(string number) => Reference().Replace(
        string.Join(Separator, Outbound.Where(text => text.To == number).Select(text => text.Words)), "(reference)");

    private static async Task<List<T>> Rows<T>(NpgsqlDataSource source, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    [GeneratedRegex(@"\b[A-Z0-9]{6}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
