using System.Text.Json.Nodes;
using Companion.Workflows.Appointments;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using static Companion.Workflows.Sharing.Fhir.FhirParts;

namespace Companion.Workflows.Sharing.Fhir;

/// <summary>Appointments, and that messages went to and fro. A message's words are never here.</summary>
internal static class FhirContacts
{
    public static IEnumerable<(string Url, JsonObject Resource)> Appointments(CaseRecord record, string patient, string request) =>
        record.Appointments.Select(one => (FhirIds.Url(record.Case.ServiceId, "Appointment", one.Id), Appointment(one, patient, request)));

    public static IEnumerable<(string Url, JsonObject Resource)> Communications(CaseRecord record, string patient) =>
        record.Messages
            .Where(message => message.ReceivedAt is not null || Status(message.Status) is not null)
            .Select(message => (
                FhirIds.Url(record.Case.ServiceId, "Communication", message.ReceivedAt is null ? "out" : "in", message.Id),
                Communication(record, message, patient)));

    private static JsonObject Appointment(Appointment one, string patient, string request)
    {
        var appointment = Resource("Appointment");
        appointment["extension"] = new JsonArray(Extension(
            "DeliveryChannel", "valueCodeableConcept", Concept("https://fhir.hl7.org.uk/CodeSystem/UKCore-DeliveryChannel", Delivery(one.Kind))));
        appointment["status"] = one.Status switch
        {
            AppointmentStatus.Booked or AppointmentStatus.Confirmed => "booked",
            AppointmentStatus.ToRebook => "pending",
            AppointmentStatus.Attended => "fulfilled",
            AppointmentStatus.Missed => "noshow",
            _ => "cancelled",
        };
        appointment["start"] = At(one.Start);
        appointment["end"] = At(one.End);
        appointment["basedOn"] = new JsonArray(FhirIds.To(request));
        var participants = new JsonArray(new JsonObject { ["actor"] = FhirIds.To(patient), ["status"] = Answer(one.Status) });
        if (OneLine.Of(one.With) is { } worker)
        {
            participants.Add(new JsonObject { ["actor"] = new JsonObject { ["display"] = worker }, ["status"] = "accepted" });
        }

        appointment["participant"] = participants;
        return appointment;
    }

    private static JsonObject Communication(CaseRecord record, MessageStamp message, string patient)
    {
        var isFromPerson = message.ReceivedAt is not null;
        var service = new JsonObject { ["display"] = record.Service };
        var communication = Resource("Communication");
        communication["status"] = isFromPerson ? "completed" : Status(message.Status);
        communication["category"] = new JsonArray(Concept("http://terminology.hl7.org/CodeSystem/communication-category", "notification"));
        communication["medium"] = new JsonArray(Concept("http://terminology.hl7.org/CodeSystem/v3-ParticipationMode", Medium(message.Channel)));
        communication["subject"] = FhirIds.To(patient);
        if (message.ReceivedAt is { } received)
        {
            communication["received"] = At(received);
        }

        if (message.SentAt is { } sent)
        {
            communication["sent"] = At(sent);
        }

        communication["sender"] = isFromPerson ? FhirIds.To(patient) : service;
        communication["recipient"] = new JsonArray(isFromPerson ? service : FhirIds.To(patient));
        return communication;
    }

    // Null while it has not gone, and for what was replaced before it went: nothing was communicated.
    private static string? Status(SendStatus? status) => status switch
    {
        SendStatus.Accepted or SendStatus.Sent or SendStatus.Delivered => "completed",
        SendStatus.Unknown => "unknown",
        SendStatus.Undelivered or SendStatus.Refused or SendStatus.Expired => "not-done",
        _ => null,
    };

    private static string Medium(Channel channel) => channel switch
    {
        Channel.Voice => "PHONE",
        Channel.Email => "EMAILWRIT",
        Channel.WebChat => "ELECTRONIC",
        _ => "SMSWRIT",
    };

    private static string Delivery(AppointmentKind kind) => kind switch
    {
        AppointmentKind.Phone => "Telephone",
        AppointmentKind.Video => "Video",
        _ => "In-person",
    };

    private static string Answer(AppointmentStatus status) => status switch
    {
        AppointmentStatus.Confirmed or AppointmentStatus.Attended => "accepted",
        AppointmentStatus.CancelledByPerson or AppointmentStatus.ToRebook => "declined",
        _ => "needs-action",
    };
}
