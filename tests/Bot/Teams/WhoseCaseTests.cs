using Companion.Bot.Channels.Teams.Cards;
using Companion.Bot.LinkWorkers;
using Companion.Bot.Tests.Hosting;
using Companion.Bot.Tests.LinkWorkers;
using Companion.Dialogs.Talking;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Bot.Tests.Teams;

/// <summary>A card and a page show the initials and the case of the person the hand-off is of, and nobody's when that is not certain.</summary>
public sealed class WhoseCaseTests
{
    private const string Robins = "RX0123";
    private const string Zoes = "ZX0001";
    private const long Zoe = 77;

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 11, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_of_two_on_one_phone_has_their_own_case_and_a_stranger_has_none()
    {
        await using var app = await CompanionApp.Start();
        var (robin, address) = await Robin(app);
        await Second(app, address);

        Assert.Equal(("R.E.", Robins), await Seen(app, await Open(app, address, robin)));
        Assert.Equal(("Z.E.", Zoes), await Seen(app, await Open(app, address, Zoe)));
        Assert.Equal(("", null), await Seen(app, await Open(app, address, null)));
        Assert.Equal(("", null), await Seen(app, await Open(app, address, 4040)));
    }

    [Fact]
    public async Task A_stranger_on_a_phone_of_one_person_is_shown_by_reference_alone()
    {
        await using var app = await CompanionApp.Start();
        var (_, address) = await Robin(app);
        Assert.Equal(("", null), await Seen(app, await Open(app, address, null)));
    }

    [Fact]
    public async Task Whoever_has_a_number_now_that_was_found_wrong_is_shown_no_case_and_the_person_keeps_theirs_at_the_new_one()
    {
        await using var app = await CompanionApp.Start();
        var (robin, old) = await Robin(app);
        var isNew = await app.Part<IStore>().Write(
            session =>
            {
                session.Execute("UPDATE \"Addresses\" SET \"Trouble\" = @p1 WHERE \"Id\" = @p0", old, (int)AddressTrouble.WrongNumber);
                var address = new Address { Id = session.NextId(), ServiceId = CompanionApp.Service, Value = "+447700900555", Textable = Textable.StaffRecorded, CreatedAt = Now };
                session.Insert(address);
                session.Insert(new PersonAddress { Id = session.NextId(), ServiceId = CompanionApp.Service, PersonId = robin, AddressId = address.Id, CreatedAt = Now });
                return ValueTask.FromResult(address.Id);
            },
            Cancel);

        Assert.Equal(("", null), await Seen(app, await Open(app, old, robin)));
        Assert.Equal(("R.E.", Robins), await Seen(app, await Open(app, isNew, robin)));
    }

    // What the card in Teams shows; the page names them the same.
    private static async Task<(string Initials, string? Case)> Seen(CompanionApp app, HandOff handOff)
    {
        var service = app.Part<ServiceBook>().Of(CompanionApp.Service);
        await using var db = app.Part<IStore>().Read();
        var seen = (await CaseView.Read(db, handOff.Id, Cancel))!;
        var facts = await CaseFacts.Read(db, service, seen, Now, Cancel);
        Assert.Equal(seen.Who, (await app.Part<HandOffView>().Read(CompanionApp.Service, handOff.Id, Cancel))!.Initials);
        return (seen.Who.Replace(handOff.Reference, "", StringComparison.Ordinal).Trim(), facts.Case?.Case.Reference);
    }

    private static async Task<(long Person, long Address)> Robin(CompanionApp app)
    {
        var id = await Planted.People(app.Part<IStore>(), 123, 1, new LocalDate(2026, 11, 1));
        var referral = (await app.All<Case>()).Single(one => one.Id == id);
        return (referral.PersonId, referral.AddressId);
    }

    private static Task<bool> Second(CompanionApp app, long address) => app.Part<IStore>().Write(
        session =>
        {
            session.Insert(new Person { Id = Zoe, ServiceId = CompanionApp.Service, GivenName = "Zoe", FamilyName = "Example", CreatedAt = Now });
            session.Insert(new PersonAddress { Id = session.NextId(), ServiceId = CompanionApp.Service, PersonId = Zoe, AddressId = address, CreatedAt = Now });
            session.Insert(new Case
            {
                Id = session.NextId(),
                ServiceId = CompanionApp.Service,
                PersonId = Zoe,
                AddressId = address,
                ConversationId = session.NextId(),
                Reference = Zoes,
                ReferredAt = Now,
                HearBackBy = Now,
                Method = "Self referral",
                Risks = "",
                Tier = "LinkWorker",
                Cohort = "Everybody",
                Reasons = "Is lonely",
            });
            return ValueTask.FromResult(true);
        },
        Cancel);

    private static Task<HandOff> Open(CompanionApp app, long address, long? person) => app.Part<IStore>().Write(
        session =>
        {
            var id = session.NextId();
            var handOff = new HandOff
            {
                Id = id,
                ServiceId = CompanionApp.Service,
                AddressId = address,
                PersonId = person,
                Reference = References.Of(id),
                Reason = HandOffReason.Asked,
                OpenedAt = Now,
                DueAt = Now,
            };
            session.Insert(handOff);
            return ValueTask.FromResult(handOff);
        },
        Cancel);
}
