using Companion.Bot.Tests.Hosting;
using Companion.Dialogs;
using Companion.Workflows.Appointments;
using Companion.Workflows.CheckIns;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Notes;
using Companion.Workflows.People;
using Companion.Workflows.Storage;
using Companion.Workflows.Workers;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Companion.Bot.Tests.LinkWorkers;

/// <summary>A Companion where somebody has a case, a hand-off and a note.</summary>
internal static class Noted
{
    public const string Phone = "+447700900101";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<CompanionApp> Start() =>
        CompanionApp.Start(builder => builder.Services.AddSingleton(ShippedDialogs.Book()).AddSingleton(QuotingSummariser.All));

    /// <summary>A referral with answers to a check-in; its id.</summary>
    public static Task<long> Refer(CompanionApp app) => Planted.People(app.Part<IStore>(), 101, 1, new LocalDate(2026, 1, 1), new PlantedWave(0, CheckInStatus.Complete, 3, 4, 5, 6));

    /// <summary>They wrote, have an appointment, and Sam picked up; the note's id.</summary>
    public static async Task<long> OfCase(CompanionApp app)
    {
        var referral = await Refer(app);
        var address = (await app.All<Address>()).Single();
        await app.Part<IStore>().Write(
            session =>
            {
                session.Insert(new Appointment
                {
                    Id = session.NextId(),
                    ServiceId = CompanionApp.Service,
                    CaseId = referral,
                    PersonId = session.NextId(),
                    AddressId = address.Id,
                    StartsOn = new LocalDate(2027, 3, 1),
                    StartsAt = new LocalTime(10, 0),
                    CreatedAt = Instant.FromUtc(2026, 1, 2, 9, 0),
                    UpdatedAt = Instant.FromUtc(2026, 1, 2, 9, 0),
                });
                return ValueTask.FromResult(0);
            },
            Cancel);
        await app.Text(Phone, "the xylophone keeps me awake");
        var sam = (await app.All<Worker>()).Single(worker => worker.Name == Invented.LinkWorker);
        await app.Part<BeginTalking>().Handle(CompanionApp.Service, address.Id, sam.Id, Cancel);
        while ((await app.All<Note>()).Exists(note => note.Status == NoteStatus.Asked))
        {
            await app.Part<DraftDue>().Handle(10, Cancel);
        }

        var note = Assert.Single(await app.All<Note>());
        Assert.Equal(referral, note.CaseId);
        return note.Id;
    }
}
