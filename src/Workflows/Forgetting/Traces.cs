using Companion.Dialogs.Referrals;
using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Safety;
using Companion.Workflows.Sending;
using Companion.Workflows.StaffRooms;
using Companion.Workflows.Storage;

namespace Companion.Workflows.Forgetting;

/// <summary>
/// Every place where words about an address are kept, in one turn. Who the person is stays: without name, date of birth, number, postcode and
/// surgery nobody would know whose record it is. A test plants words in every column of text and knows the few that may keep them.
/// </summary>
internal sealed class Traces
{
    private const string OfAddress = "WHERE \"AddressId\" = @p0";
    /// <summary>Cases that began at the address, or are of the people who are reached there.</summary>
    internal const string OfPeople = "WHERE \"AddressId\" = @p0 OR \"PersonId\" IN (SELECT \"PersonId\" FROM \"PersonAddresses\" WHERE \"AddressId\" = @p0)";

    private const string OfHandOffs = "WHERE \"HandOffId\" IN (SELECT \"Id\" FROM \"HandOffs\" WHERE \"AddressId\" = @p0)";

    private static readonly HashSet<string> WhoTheyAre = new(
        new[]
        {
            ReferralSlots.For, ReferralSlots.Name, ReferralSlots.FirstName, ReferralSlots.FamilyName, ReferralSlots.PreferredName, ReferralSlots.DateOfBirth, ReferralSlots.Postcode,
            ReferralSlots.SurgeryCode, ReferralSlots.SurgeryName, ReferralSlots.PatientPhone, ReferralSlots.NhsNumber, ReferralSlots.ReferrerName, ReferralSlots.ReferrerOrganisation,
            ReferralSlots.Needs, ReferralSlots.Communication, ReferralSlots.Language, ReferralSlots.ReachWays, ReferralSlots.ReachTimes, ReferralSlots.Setting,
        }.SelectMany(name => new[] { name, ReferralSlots.Pending(name) }),
        StringComparer.Ordinal);

    private readonly Turn turn;
    private readonly RepeatedWords words;
    private readonly HashSet<long> gone = [];
    private readonly List<SafetyHit> dangers = [];
    private int places;

    private Traces(Turn turn, RepeatedWords words) => (this.turn, this.words) = (turn, words);

    /// <summary>Takes the words out of the message and of everything that repeats them; how many other rows did.</summary>
    public static async ValueTask<int> Remove(Turn turn, InboundMessage message)
    {
        var traces = new Traces(turn, new RepeatedWords(message.Words));
        traces.Empty(message);
        await traces.Talk(message);
        await traces.Staff();
        await traces.Case();
        return traces.places + await NoteTraces.Remove(turn, traces.words, traces.gone, traces.dangers);
    }

    private void Empty(InboundMessage message)
    {
        gone.Add(message.Id);
        (message.Words, message.ForgottenAt) = ("", turn.Now);
        turn.Update(message);
    }

    private async ValueTask Talk(InboundMessage forgotten)
    {
        foreach (var message in await turn.Session.Query<InboundMessage>(OfAddress + " AND \"Id\" <> @p1 AND \"ForgottenAt\" IS NULL", turn.Address.Id, forgotten.Id))
        {
            if (words.IsAll(message.Words))
            {
                Empty(message);
                places++;
            }
            else
            {
                Rewrite(message, message.Words, kept => message.Words = kept);
            }
        }

        foreach (var hit in await turn.Session.Query<SafetyHit>(OfAddress, turn.Address.Id))
        {
            if (gone.Contains(hit.MessageId))
            {
                hit.Words = "";
                dangers.Add(hit);
                Changed(hit);
            }
            else
            {
                Rewrite(hit, hit.Words, kept => hit.Words = kept);
            }
        }

        await Each<OutboundMessage>(OfAddress, row =>
        {
            Rewrite(row, row.Words, kept => row.Words = kept);
            Rewrite(row, row.Reason, kept => row.Reason = kept);
        });
        await Each<Conversation>(OfAddress, row =>
        {
            var slots = row.Slots.Values.Where(slot => !WhoTheyAre.Contains(slot.Key) && words.IsIn(slot.Value)).ToList();
            row.Slots = slots.Aggregate(row.Slots, (before, slot) => before.With(slot.Key, words.Without(slot.Value)));
            Changed(row, slots.Count > 0);
        });
    }

    private async ValueTask Staff()
    {
        await Each<HandOff>(OfAddress, row => Rewrite(row, row.Outcome, kept => row.Outcome = kept));
        await Each<HandOffNote>(OfAddress, row => Rewrite(row, row.Words, kept => row.Words = kept));
        await Each<HandOffEvent>(OfHandOffs, row => Rewrite(row, row.Detail, kept => row.Detail = kept));
        await Each<StaffPost>(OfHandOffs, row => Rewrite(row, row.Words, kept => row.Words = kept));
        await Each<AddressFinding>(OfAddress, row => Rewrite(row, row.How, kept => row.How = kept));
        await Each<ConsentEntry>(OfAddress, row => Rewrite(row, row.Wording, kept => row.Wording = kept));
        Rewrite(turn.Address, turn.Address.TextableNote, kept => turn.Address.TextableNote = kept);
        await Each<Alert>("WHERE \"From\" = @p1", row => Rewrite(row, row.Words, kept => row.Words = kept));

        // Cards in a chat show the latest words: what is shown is drawn anew.
        const string Shown = "(\"Kind\" IN ('Card', 'Desk', 'Heard') AND \"HandOffId\" IN (SELECT \"Id\" FROM \"HandOffs\" " + OfAddress + "))";
        const string Noted = "(\"Kind\" = 'Note' AND \"NoteId\" IN (SELECT \"Id\" FROM \"Notes\" " + NoteTraces.OfNotes + "))";
        turn.Session.Execute($"{Posts.DrawAnew}{Shown} OR {Noted}", turn.Address.Id, turn.Now.ToUnixTimeTicks());
    }

    private ValueTask Case() => Each<Case>(OfPeople, row =>
    {
        Rewrite(row, row.Reason, kept => row.Reason = kept);
        Rewrite(row, row.WhatMatters, kept => row.WhatMatters = kept);
        Rewrite(row, row.LivingSituation, kept => row.LivingSituation = kept);
        Rewrite(row, row.CaringSituation, kept => row.CaringSituation = kept);
        Rewrite(row, row.Conditions, kept => row.Conditions = kept);
        Rewrite(row, row.HospitalUse, kept => row.HospitalUse = kept);
        Rewrite(row, row.CommunicationNeeds, kept => row.CommunicationNeeds = kept);
        Rewrite(row, row.ContactPreferences, kept => row.ContactPreferences = kept);
        Rewrite(row, row.ReferrerRole, kept => row.ReferrerRole = kept);
        Rewrite(row, row.Skipped, kept => row.Skipped = kept);
        Rewrite(row, row.Risks, kept => row.Risks = kept);
        Rewrite(row, row.Reasons, kept => row.Reasons = kept);
    });

    private async ValueTask Each<T>(string condition, Action<T> look)
        where T : class => (await turn.Session.Query<T>(condition, turn.Address.Id, turn.Address.Value)).ForEach(look);

    private void Rewrite<T>(T row, string? text, Action<string> keep)
        where T : class
    {
        if (text is not null && words.IsIn(text))
        {
            keep(words.Without(text));
            Changed(row);
        }
    }

    private void Changed<T>(T row, bool changed = true)
        where T : class
    {
        if (changed)
        {
            places++;
            turn.Update(row);
        }
    }
}
