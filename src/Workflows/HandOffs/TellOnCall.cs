using Companion.Dialogs.Words;
using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Settings;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.HandOffs;

/// <summary>
/// Tells one person on call of a hand-off by every way they have, text, call and e-mail, with only its reference and a link to accept it. What is
/// not urgent is called about only where that is the one way: a call is to mean danger.
/// </summary>
public sealed class TellOnCall(TextBook texts, Links links)
{
    private static readonly Duration LinkLasts = Duration.FromHours(24);
    private static readonly Duration OfUse = Duration.FromHours(1);

    /// <summary>Tells them.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="service">The service.</param>
    /// <param name="handOff">What it is about.</param>
    /// <param name="person">Who is told.</param>
    /// <param name="key">The words of the text; those of the call and the e-mail have a key that ends with ".call" and ".email".</param>
    /// <param name="values">What stands in the words beside the service, the reference and the link.</param>
    public void Of(
        Turn turn, ServiceSettings service, HandOff handOff, OnCallSettings person, string key, params IEnumerable<(string Name, string Value)> values)
    {
        var isCalled = handOff.Urgent || person is { Text: "", Email: "" };
        var told = HandOffLog.Write(turn, handOff, "Told", person.Name);
        var link = links.Make(turn, LinkPurpose.AcknowledgeHandOff, LinkLasts, handOff, person.Name);
        List<(string, string)> all = [("service", service.NeutralName), ("reference", handOff.Reference), ("link", link), .. values];
        Row(Channel.Sms, person.Text, key);
        Row(Channel.Voice, isCalled ? person.Call : "", key + ".call");
        Row(Channel.Email, person.Email, key + ".email");

        void Row(Channel channel, string to, string textKey)
        {
            if (to.Length == 0)
            {
                return;
            }

            var words = texts.Render("en", textKey, all);
            turn.Insert(new OutboundMessage
            {
                Id = turn.Session.NextId(),
                ServiceId = service.Key,
                HandOffId = handOff.Id,
                Channel = channel,
                To = to,
                Class = SendClass.OnCall,
                SendKey = $"oncall:{handOff.Id}:{told.Id}:{channel}:{to}",
                TextKey = textKey,
                Words = words,
                Segments = channel == Channel.Sms ? Gsm7.Segments(words) : 0,
                CreatedAt = turn.Now,
                DueAt = turn.Now,
                ExpiresAt = turn.Now + OfUse,
                Status = SendStatus.Queued,
            });
        }
    }
}
