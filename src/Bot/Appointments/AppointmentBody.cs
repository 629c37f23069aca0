using System.Text.Json;
using Companion.Dialogs.Understanding;
using Companion.Workflows.Appointments;
using NodaTime.Text;

namespace Companion.Bot.Appointments;

/// <summary>Reads the body of <c>POST /appointments</c>. Exact forms only: a program wrote it.</summary>
internal sealed class AppointmentBody
{
    private static readonly string[] Fields = ["externalId", "status", "reference", "phone", "kind", "date", "time", "minutes", "place", "with"];
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    private readonly Dictionary<string, JsonElement> given;
    private (string Field, string Reason)? wrong;

    private AppointmentBody(Dictionary<string, JsonElement> given) => this.given = given;

    /// <summary>What is asked for, or the field that is wrong and why; an empty field for what is no JSON object at all.</summary>
    public static (AskedFor? Asked, string Field, string Reason) Read(ReadOnlyMemory<byte> body, string service)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Strict);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return (null, "", "The body is not a JSON object.");
            }

            var read = new AppointmentBody(json.RootElement.EnumerateObject().ToDictionary(field => field.Name, field => field.Value));
            var asked = read.Asked(service);
            return read.wrong is { } why ? (null, why.Field, why.Reason) : (asked, "", "");
        }
        catch (JsonException)
        {
            return (null, "", "The body is not JSON, or names a field twice.");
        }
    }

    private AskedFor? Asked(string service)
    {
        if (given.Keys.FirstOrDefault(name => !Fields.Contains(name)) is { } unknown)
        {
            wrong = (unknown.Length > 50 ? unknown[..50] : unknown, "Nothing reads this field.");
            return null;
        }

        var id = Text("externalId", 100, required: true);
        var status = Text("status", 20) ?? "booked";
        if (status is not ("booked" or "cancelled"))
        {
            No("status", "It is booked or cancelled.");
        }

        var plan = status == "cancelled" ? null : Plan();
        var phone = Text("phone", 40);
        if (phone is not null && !PhoneNumber.TryParse(phone, out _))
        {
            No("phone", "It is not a telephone number such as +447700900123.");
        }

        return wrong is null
            ? new AskedFor(service, id!, Text("reference", 20), phone is null ? null : PhoneNumber.Parse(phone), plan, AppointmentSource.Api)
            : null;
    }

    private AppointmentPlan? Plan()
    {
        AppointmentKind? kind = Text("kind", 20, required: true) switch
        {
            "phone" => AppointmentKind.Phone,
            "faceToFace" => AppointmentKind.FaceToFace,
            "home" => AppointmentKind.Home,
            "video" => AppointmentKind.Video,
            _ => null,
        };
        var day = LocalDatePattern.Iso.Parse(Text("date", 20, required: true) ?? "");
        var time = Clock.Parse(Text("time", 20, required: true) ?? "");
        if (kind is null)
        {
            No("kind", "It is phone, faceToFace, home or video.");
        }

        if (!day.Success)
        {
            No("date", "It is a date such as 2026-03-03.");
        }

        if (!time.Success)
        {
            No("time", "It is a time of day such as 14:30.");
        }

        var (minutes, place, with) = (Minutes(), Text("place", 200), Text("with", 200));
        return wrong is null ? new AppointmentPlan(kind!.Value, day.Value, time.Value, minutes, place, with) : null;
    }

    private int Minutes()
    {
        if (!given.TryGetValue("minutes", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return AppointmentPlan.UsualMinutes;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var minutes))
        {
            return minutes;
        }

        No("minutes", "It is a whole number.");
        return 0;
    }

    private string? Text(string field, int most, bool required = false)
    {
        if (!given.TryGetValue(field, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            if (required)
            {
                No(field, "It is missing.");
            }

            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : null;
        if (text is null || text.Length > most || (required && text.Length == 0) || text.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter)))
        {
            No(field, $"It is a text of at most {most} letters.");
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    private void No(string field, string reason) => wrong ??= (field, reason);
}
