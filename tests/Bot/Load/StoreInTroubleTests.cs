using System.Net;
using Companion.Tests.Support.Load;
using Microsoft.Data.Sqlite;

namespace Companion.Bot.Tests.Load;

/// <summary>A disk that is full and a database that somebody else has locked, under the real program.</summary>
public sealed class StoreInTroubleTests
{
    private const string Anna = "+447700900321";

    // Blocks of 1,024 bytes: no file of the process may grow beyond, which to it is a full disk.
    private const int FullAt = 3_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_full_disk_a_text_is_refused_so_that_it_comes_again_and_nothing_stored_is_lost()
    {
        var folder = Directory.CreateTempSubdirectory("companion-full-").FullName;
        var settings = new Dictionary<string, string> { ["Storage:Folder"] = folder };
        var (accepted, refused) = (new List<SignedText>(), (SignedText?)null);
        await using var twilio = await AcceptingTwilio.Start();
        await using (var full = await BotProcess.Companion(twilio, settings, FullAt))
        {
            for (var at = 0; refused is null; at++)
            {
                Assert.InRange(at, 0, 2_000);
                var text = new SignedText(SignedText.SidOf(at), Anna, $"{at} {string.Concat(Enumerable.Repeat("the garden was lovely ", 60))}");
                using var answer = await full.Http.SendAsync(text.ToRequest(), Cancel);
                if (answer.IsSuccessStatusCode)
                {
                    accepted.Add(text);
                    continue;
                }

                refused = text;
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
                Assert.Contains("could not be stored", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            }

            using var live = await full.Http.GetAsync("/health/live", Cancel);
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        }

        await using (var freed = await BotProcess.Companion(twilio, settings))
        {
            foreach (var text in accepted.TakeLast(2).Append(refused))
            {
                using var answer = await freed.Http.SendAsync(text.ToRequest(), Cancel);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
        }

        Assert.NotEmpty(accepted);
        Assert.Equal(accepted.Append(refused).Select(text => text.Sid).Order(), await Stored(folder));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task While_somebody_else_has_the_database_locked_a_text_is_refused_and_taken_when_it_comes_again()
    {
        var folder = Directory.CreateTempSubdirectory("companion-locked-").FullName;
        await using var twilio = await AcceptingTwilio.Start();
        await using var companion = await BotProcess.Companion(twilio, new Dictionary<string, string> { ["Storage:Folder"] = folder });
        var text = new SignedText(SignedText.SidOf(1), Anna, "hello");
        await using (var other = new SqliteConnection($"Data Source={FileIn(folder)};Pooling=False"))
        {
            await other.OpenAsync(Cancel);
            await Run(other, "BEGIN IMMEDIATE");

            using var refused = await companion.Http.SendAsync(text.ToRequest(), Cancel);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            await Run(other, "ROLLBACK");
        }

        using var taken = await companion.Http.SendAsync(text.ToRequest(), Cancel);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal([text.Sid], await Stored(folder));
    }

    private static async Task<List<string>> Stored(string folder)
    {
        await using var connection = new SqliteConnection($"Data Source={FileIn(folder)};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using var select = connection.CreateCommand();
        select.CommandText = "SELECT \"ProviderId\" FROM \"Inbound\" ORDER BY \"ProviderId\"";
        await using var reader = await select.ExecuteReaderAsync(Cancel);
        var sids = new List<string>();
        while (await reader.ReadAsync(Cancel))
        {
            sids.Add(reader.GetString(0));
        }

        return sids;
    }

    private static string FileIn(string folder) => Assert.Single(Directory.GetFiles(folder, "*.db", SearchOption.AllDirectories));

    private static async Task Run(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
