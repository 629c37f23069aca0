using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Npgsql;

namespace Companion.Workflows.Storage.Postgres;

/// <summary>
/// Locks the addresses of several turns on PostgreSQL and reads what each of the turns may look at, in one round trip. The statements
/// are the same for one turn and for many.
/// </summary>
internal sealed class TurnReader(IReadOnlyDictionary<Type, RowMap> maps)
{
    private readonly Question<Address> address = new(maps, TurnQueries.Address + " FOR UPDATE");
    private readonly Question<Address> freeAddress = new(maps, TurnQueries.Address + " FOR UPDATE SKIP LOCKED");
    private readonly Question<InboundMessage> duplicate = new(maps, TurnQueries.Duplicate + " LIMIT 1");
    private readonly Question<Person> people = new(maps, TurnQueries.People);
    private readonly Question<Conversation> open = new(maps, TurnQueries.Open);
    private readonly Question<HandOff> handOffs = new(maps, TurnQueries.HandOffs);
    private readonly Question<InboundMessage> recent = new(maps, TurnQueries.Recent);
    private readonly Question<OutboundMessage> safetySaid = new(maps, TurnQueries.SafetySaid);
    private readonly Question<OutboundMessage> unsent = new(maps, TurnQueries.Unsent + " FOR UPDATE SKIP LOCKED");

    /// <summary>The turns of <paramref name="requests"/>, each null when its address is gone, or locked by another process.</summary>
    /// <param name="transaction">Which holds the locks until it ends.</param>
    /// <param name="mayWait">Waits for an address that is locked; otherwise passes over it, so that its neighbours need not wait.</param>
    /// <param name="requests">About different addresses, by id.</param>
    /// <param name="sessions">What each turn writes through.</param>
    public async ValueTask<Turn?[]> Read(
        PostgresTransaction transaction, bool mayWait, IReadOnlyList<TurnRequest> requests, IReadOnlyList<Session> sessions)
    {
        var values = requests.Select(request => TurnQueries.Values(request, request.AddressId!.Value)).ToArray();
        await using var batch = transaction.Batch();
        Ask(batch, mayWait ? address : freeAddress, values);
        await using var reader = await batch.ExecuteReaderAsync();
        var addresses = await address.Answers(reader, requests.Count);
        var duplicates = await duplicate.NextAnswers(reader, requests.Count);
        var peoples = await people.NextAnswers(reader, requests.Count);
        var opens = await open.NextAnswers(reader, requests.Count);
        var waiting = await handOffs.NextAnswers(reader, requests.Count);
        var recents = await recent.NextAnswers(reader, requests.Count);
        var said = await safetySaid.NextAnswers(reader, requests.Count);
        var unsents = await unsent.NextAnswers(reader, requests.Count);
        return requests.Select((request, at) => addresses[at] is not [var found] ? null : new Turn
        {
            Session = sessions[at],
            Now = request.NotBefore(found),
            Address = found,
            ProviderId = request.ProviderId,
            IsDuplicate = duplicates[at].Count > 0,
            People = peoples[at],
            Open = opens[at],
            HandOffs = waiting[at],
            Recent = recents[at].Reverse<InboundMessage>().ToList(),
            SafetySaid = said[at],
            Unsent = unsents[at].SingleOrDefault(),
        }).ToArray();
    }

    // The answers are read in the same order.
    private void Ask(NpgsqlBatch batch, Question<Address> addresses, object?[][] values)
    {
        batch.BatchCommands.Add(addresses.Ask(values));
        batch.BatchCommands.Add(duplicate.Ask(values));
        batch.BatchCommands.Add(people.Ask(values));
        batch.BatchCommands.Add(open.Ask(values));
        batch.BatchCommands.Add(handOffs.Ask(values));
        batch.BatchCommands.Add(recent.Ask(values));
        batch.BatchCommands.Add(safetySaid.Ask(values));
        batch.BatchCommands.Add(unsent.Ask(values));
    }

    /// <summary>A question of a turn, asked for many at once: their values are the columns of "r", and each answer says which it is for.</summary>
    private sealed class Question<T>
        where T : class
    {
        private readonly RowMap map;
        private readonly string sql;
        private readonly int[] uses;

        public Question(IReadOnlyDictionary<Type, RowMap> maps, string condition)
        {
            map = maps[typeof(T)];
            uses = Statement.Of(condition).Uses;
            var columns = string.Join(", ", uses.Select(use => $"p{use}"));
            var values = string.Join(", ", uses.Select((use, at) => $"${at + 1}::{PostgresType.Of(TurnQueries.Stored[use]).Name}[]"));
            var each = condition.Replace("@p", "r.p", StringComparison.Ordinal);
            sql = $"SELECT x.*, r.n FROM unnest({values}) WITH ORDINALITY AS r({columns}, n) CROSS JOIN LATERAL ({map.Select}{each}) AS x";
        }

        public NpgsqlBatchCommand Ask(object?[][] values)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var use in uses)
            {
                command.Parameters.Add(PostgresType.Of(TurnQueries.Stored[use]).Many(values.Length, at => values[at][use]));
            }

            return command;
        }

        public async ValueTask<List<T>[]> NextAnswers(NpgsqlDataReader reader, int turns)
        {
            await reader.NextResultAsync();
            return await Answers(reader, turns);
        }

        public async ValueTask<List<T>[]> Answers(NpgsqlDataReader reader, int turns)
        {
            var answers = new List<T>[turns];
            for (var at = 0; at < turns; at++)
            {
                answers[at] = [];
            }

            while (await reader.ReadAsync())
            {
                answers[reader.GetInt64(map.Columns.Count) - 1].Add((T)map.Read(reader));
            }

            return answers;
        }
    }
}
