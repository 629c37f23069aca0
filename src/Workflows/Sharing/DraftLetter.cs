using Companion.Workflows.Staff;
using Companion.Workflows.Summaries;
using static Companion.Workflows.Sharing.SharingWords;

namespace Companion.Workflows.Sharing;

/// <summary>A draft of a letter, for a person to read whole, change and approve.</summary>
/// <param name="AddressedTo">Whom it is addressed to.</param>
/// <param name="Words">The words.</param>
/// <param name="LeftOut">How many approved sentences were left out because they touch on risk or safeguarding.</param>
public sealed record LetterDraft(string AddressedTo, string Words, int LeftOut);

/// <summary>What whoever writes a letter ticked.</summary>
/// <param name="WithPlan">To a referrer: the approved plan too. Without it they learn only that the referral is looked after.</param>
/// <param name="NamesRisks">To a referrer or the person: risks and safeguarding too. The GP's letter always has them.</param>
public sealed record LetterChoice(bool WithPlan = false, bool NamesRisks = false);

/// <summary>Why no letter can be written.</summary>
public enum LetterRefusal
{
    /// <summary>The person has not agreed that their GP is told, or took it back.</summary>
    NoConsent,

    /// <summary>No ODS code of the practice is known.</summary>
    NoPractice,

    /// <summary>The person referred themselves, or the referrer's name is not known.</summary>
    NoReferrer,

    /// <summary>The person has died.</summary>
    Died,
}

/// <summary>
/// Drafts letters from the record and the approved notes: approved sentences stand as they were approved, everything else is a fixed
/// sentence. The GP is told what the record holds, the referrer only how the referral stands, the person what was agreed with them.
/// </summary>
public sealed class DraftLetter(Delicate delicate)
{
    private static readonly (Heading Heading, string Section)[] ForGp =
    [
        (Heading.Plan, "plan"), (Heading.Risks, "risks"), (Heading.Reason, "referral"), (Heading.Issues, "issues"), (Heading.AboutMe, "about"),
        (Heading.SocialContext, "social"), (Heading.Requirements, "requirements"), (Heading.Assessments, "assessments"), (Heading.Goals, "goals"),
        (Heading.Contacts, "contacts"),
    ];

    /// <summary>Why there can be none; null when there can.</summary>
    public static LetterRefusal? Refuses(CaseRecord record, Recipient to) => to switch
    {
        Recipient.Gp when record.ShareWithGp != true => LetterRefusal.NoConsent,
        Recipient.Gp when OneLine.Of(record.Case.GpOdsCode) is null => LetterRefusal.NoPractice,
        Recipient.Referrer when record.IsSelfReferral || OneLine.Of(record.Case.ReferrerName) is null => LetterRefusal.NoReferrer,
        Recipient.Person when record.HasDied => LetterRefusal.Died,
        _ => null,
    };

    /// <summary>Whom a letter is addressed to, as the record has them.</summary>
    public static string Addressed(CaseRecord record, Recipient to) => to switch
    {
        Recipient.Gp => StaffWords.Of("sharing.letter.practice", ("name", OneLine.Of(record.Case.GpName) ?? ""), ("ods", OneLine.Of(record.Case.GpOdsCode) ?? "")),
        Recipient.Referrer => record.Referrer ?? "",
        _ => OneLine.Of(record.Case.PreferredName) ?? OneLine.Of(record.Case.GivenName) ?? StaffWords.Of("sharing.copy.you"),
    };

    /// <summary>The draft of a letter that is not refused.</summary>
    public LetterDraft Of(CaseRecord record, Recipient to, LetterChoice choice)
    {
        var leftOut = 0;
        var words = to switch
        {
            Recipient.Gp => Gp(record),
            Recipient.Referrer => Referrer(record, choice, Fit),
            _ => PlainCopy.Of(record, Addressed(record, Recipient.Person), Fit, choice.NamesRisks),
        };
        return new LetterDraft(Addressed(record, to), words, leftOut);

        // A sentence under another heading may touch on risk as well.
        IEnumerable<string> Fit(Heading heading)
        {
            foreach (var line in record.Under(heading))
            {
                if (choice.NamesRisks || !delicate.Touches(line.Text))
                {
                    yield return line.Text;
                }
                else
                {
                    leftOut++;
                }
            }
        }
    }

    private static string Gp(CaseRecord record)
    {
        var (text, unknown) = (new LetterText(), StaffWords.Of("sharing.letter.unknown"));
        var known = new Dictionary<Heading, IEnumerable<string>>
        {
            [Heading.Risks] = CaseParts.Risks(record),
            [Heading.Issues] = record.Needs.Count == 0 ? [] : [string.Join(", ", record.Needs.Select(Called))],
            [Heading.AboutMe] = Each(OneLine.Of(record.Case.WhatMatters)),
            [Heading.Requirements] = Each(OneLine.Of(record.Case.CommunicationNeeds)),
            [Heading.Assessments] = CaseParts.Assessments(record),
            [Heading.Contacts] = CaseParts.Contacts(record),
        };
        text.Line("sharing.letter.to", ("who", Addressed(record, Recipient.Gp)))
            .Line("sharing.letter.from", ("service", record.Service), ("phone", record.ServicePhone))
            .Line("sharing.letter.day", ("day", Day(record.ReadAt)))
            .Line("sharing.letter.about", ("name", record.Name ?? unknown), ("born", record.Case.BirthDate is { } born ? Day(born) : unknown))
            .Line("sharing.letter.nhs", ("number", NhsNumber(record.Case.NhsNumber) ?? unknown))
            .Line("sharing.letter.referred", ("reference", record.Case.Reference), ("day", Day(record.Case.ReferredAt)))
            .Line("sharing.letter.agreed");
        foreach (var (heading, section) in ForGp)
        {
            var approved = record.Under(heading).Select(line => line.Text);
            text.Section("sharing.section." + section, known.GetValueOrDefault(heading, []).Concat(approved), Empty(heading));
        }

        return text.ToString();
    }

    private static string Empty(Heading heading) => heading switch
    {
        Heading.Plan => "sharing.plan.none",
        Heading.Risks => "sharing.risks.none",
        _ => "sharing.none.recorded",
    };

    private static string Referrer(CaseRecord record, LetterChoice choice, Func<Heading, IEnumerable<string>> fit)
    {
        var text = new LetterText();
        var begun = record.Case.FirstContactAt;
        text.Line("sharing.letter.to", ("who", Addressed(record, Recipient.Referrer)))
            .Line("sharing.letter.from", ("service", record.Service), ("phone", record.ServicePhone))
            .Line("sharing.letter.day", ("day", Day(record.ReadAt)))
            .Line("sharing.letter.referred", ("reference", record.Case.Reference), ("day", Day(record.Case.ReferredAt)))
            .Gap()
            .Line("sharing.letter.thanks")
            .Line(begun is null ? "sharing.letter.not-yet" : "sharing.letter.in-touch", ("day", Day(begun ?? record.ReadAt)))
            .Line("sharing.letter.status." + (record.Case.Status == "Open" ? "open" : "closed"));
        if (choice.WithPlan)
        {
            text.Section("sharing.section.plan", fit(Heading.Plan), "sharing.plan.none");
        }

        if (choice.NamesRisks)
        {
            text.Section("sharing.section.risks", CaseParts.Risks(record).Concat(fit(Heading.Risks)), "sharing.risks.none");
        }

        return text.Gap().Line("sharing.letter.rest", ("phone", record.ServicePhone)).ToString();
    }

    private static IEnumerable<string> Each(string? value) => value is null ? [] : [value];
}
