using Companion.Dialogs.CheckIns;
using Companion.Dialogs.Talking;
using Companion.Workflows.Appointments;
using Companion.Workflows.CheckIns;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using NodaTime;

using static Companion.Workflows.Tests.Sharing.InventedCase;

namespace Companion.Workflows.Tests.Sharing;

/// <summary>What happened in the invented case: scores, appointments, hand-offs and messages.</summary>
internal static class InventedHappenings
{
    public static void Write(Session session)
    {
        Scores(session);
        Meetings(session);
        HandOffs(session);
        Messages(session);
    }

    private static void Scores(Session session)
    {
        var id = 5100L;
        foreach (var (week, status, scores) in new (int, CheckInStatus, int?[])[]
        {
            (0, CheckInStatus.Complete, [4, 5, 3, 8]), (3, CheckInStatus.Partial, [6, null, 5]), (12, CheckInStatus.Planned, []),
        })
        {
            var wave = id++;
            session.Insert(new CheckIn
            {
                Id = wave,
                ServiceId = Service,
                CaseId = 1001,
                PersonId = PersonId,
                AddressId = AddressId,
                Instrument = "ons4",
                InstrumentVersion = 1,
                Week = week,
                DayZero = new LocalDate(2026, 3, 2),
                OpensOn = new LocalDate(2026, 3, 2).PlusWeeks(week),
                ClosesOn = new LocalDate(2026, 3, 11).PlusWeeks(week),
                Status = status,
            });
            foreach (var (item, score) in Instrument.Ons4.Items.Zip(scores))
            {
                session.Insert(new CheckInScore
                {
                    Id = id++,
                    ServiceId = Service,
                    CheckInId = wave,
                    Item = item.Key,
                    Score = score,
                    Missing = score is null ? "declined" : null,
                    Mode = "text",
                    RecordedAt = Referred + Duration.FromDays((week * 7) + 1),
                });
            }
        }
    }

    private static void Meetings(Session session)
    {
        (LocalDate On, AppointmentKind Kind, AppointmentStatus Status, string? Place)[] all =
        [
            (new(2026, 3, 9), AppointmentKind.Phone, AppointmentStatus.Attended, null),
            (new(2026, 4, 13), AppointmentKind.Home, AppointmentStatus.Missed, null),
            (new(2026, 5, 11), AppointmentKind.Video, AppointmentStatus.CancelledByPerson, null),
            (new(2026, 6, 8), AppointmentKind.FaceToFace, AppointmentStatus.Confirmed, "Hill Hall, Mill Lane"),
        ];
        foreach (var (one, id) in all.Select((one, at) => (one, 5200L + at)))
        {
            session.Insert(new Appointment
            {
                Id = id,
                ServiceId = Service,
                CaseId = 1001,
                PersonId = PersonId,
                AddressId = AddressId,
                Kind = one.Kind,
                StartsOn = one.On,
                StartsAt = new LocalTime(14, 30),
                Minutes = 30,
                Place = one.Place,
                With = "Sam Okoye",
                Status = one.Status,
                Source = AppointmentSource.Console,
                CreatedAt = Referred,
                UpdatedAt = Referred,
            });
        }
    }

    private static void HandOffs(Session session)
    {
        session.Insert(new HandOff
        {
            Id = 5300,
            ServiceId = Service,
            AddressId = AddressId,
            PersonId = PersonId,
            Reference = "ABUSE2",
            Reason = HandOffReason.RedFlag,
            Urgent = true,
            DangerKind = "Abuse",
            OpenedAt = Instant.FromUtc(2026, 3, 6, 20, 15),
            DueAt = Referred,
            ClearedAt = Instant.FromUtc(2026, 3, 6, 21, 0),
            ClearedBy = "Jo Bright",
            Outcome = "Safeguarding referral made. Her sister Nell has a key",
        });
        session.Insert(new HandOff
        {
            Id = 5301,
            ServiceId = Service,
            AddressId = AddressId,
            PersonId = PersonId,
            Reference = "ASKED2",
            Reason = HandOffReason.Asked,
            OpenedAt = Instant.FromUtc(2026, 5, 1, 9, 0),
            DueAt = Referred,
        });
        session.Insert(new HandOffNote { Id = 5302, ServiceId = Service, HandOffId = 5300, AddressId = AddressId, At = Referred, By = "Jo Bright", Words = WorkersNote });
    }

    private static void Messages(Session session)
    {
        foreach (var (words, id) in new[] { Body, Heard }.Select((words, at) => (words, 5400L + at)))
        {
            session.Insert(new InboundMessage
            {
                Id = id,
                ServiceId = Service,
                AddressId = AddressId,
                Channel = Channel.Sms,
                ProviderId = $"SM{id}",
                Words = words,
                ReceivedAt = Referred + Duration.FromDays(id - 5400),
            });
        }

        foreach (var (status, id) in new[] { SendStatus.Delivered, SendStatus.Refused, SendStatus.Queued }.Select((status, at) => (status, 5500L + at)))
        {
            session.Insert(new OutboundMessage
            {
                Id = id,
                ServiceId = Service,
                AddressId = AddressId,
                Channel = Channel.Sms,
                To = "+447700900123",
                Class = SendClass.Reply,
                SendKey = $"key{id}",
                TextKey = "reply",
                Words = "Thank you, we will be in touch about the gas",
                CreatedAt = Referred,
                DueAt = Referred,
                ExpiresAt = Referred + Duration.FromDays(1),
                Status = status,
                SentAt = status == SendStatus.Delivered ? Referred + Duration.FromMinutes(1) : null,
            });
        }
    }
}
