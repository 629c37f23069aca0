using Companion.Dialogs.Referrals;
using Companion.Dialogs.Talking;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Staff;
using Companion.Workflows.Timing;

namespace Companion.Workflows.Referrals;

/// <summary>A case from the slots of a referral: the one place that knows which slot fills which PRSB field.</summary>
internal static class CaseFrom
{
    private const string SkippedPrefix = "skipped.";

    public static Case Slots(Slots slots, EffectContext context, Person person, TriageResult triaged, long id)
    {
        var (turn, service) = (context.Turn, context.Service);
        var isSelf = slots[ReferralSlots.For] is null or "me";
        return new Case
        {
            Id = id,
            ServiceId = service.Key,
            PersonId = person.Id,
            AddressId = turn.Address.Id,
            ConversationId = context.Conversation.Id,
            Reference = References.Of(id),
            ReferredAt = turn.Now,
            HearBackBy = WorkingTime.EndOfNextOpenDay(service, turn.Now, service.HearsBackWithinWorkingDays),
            Method = StaffWords.Of("method." + (isSelf ? "self" : slots[ReferralSlots.For] == "patient" ? "professional" : "carer")),
            ReferrerName = slots[ReferralSlots.ReferrerName],
            ReferrerRole = slots[ReferralSlots.ReferrerRole] ?? slots[ReferralSlots.ReferrerRelation],
            ReferrerOrganisation = Joined(slots[ReferralSlots.ReferrerOrganisation], slots[ReferralSlots.Setting]),
            Reason = slots[ReferralSlots.HelpWords],
            GivenName = person.GivenName,
            FamilyName = person.FamilyName,
            PreferredName = slots[ReferralSlots.PreferredName],
            BirthDate = person.BirthDate,
            NhsNumber = slots[ReferralSlots.NhsNumber] ?? person.NhsNumber,
            Postcode = slots[ReferralSlots.Postcode],
            Phone = slots[ReferralSlots.PatientPhone] ?? (isSelf && turn.Address.Channel == Channel.Sms ? turn.Address.Value : null),
            GpOdsCode = slots[ReferralSlots.SurgeryCode],
            GpName = slots[ReferralSlots.SurgeryName],
            Needs = slots[ReferralSlots.Needs] ?? "",
            WhatMatters = slots[ReferralSlots.Matters],
            LivingSituation = slots[ReferralSlots.LivingWords],
            CaringSituation = slots[ReferralSlots.Carer],
            Conditions = slots[ReferralSlots.Conditions],
            HospitalUse = slots[ReferralSlots.HospitalWords] ?? slots[ReferralSlots.Hospital],
            CommunicationNeeds = Joined(slots[ReferralSlots.Communication], slots[ReferralSlots.Language], slots[ReferralSlots.CommunicationWords]),
            ContactPreferences = slots[ReferralSlots.ReachWords],
            ShareWithGp = Answer(slots[ReferralSlots.ShareWithGp]),
            EvaluationLinkage = Answer(slots[ReferralSlots.Evaluation]),
            Risks = RisksOf(slots, turn.HandOffs),
            Skipped = string.Join('\n', slots.Values
                .Where(slot => slot.Key.StartsWith(SkippedPrefix, StringComparison.Ordinal))
                .Select(slot => $"{slot.Key[SkippedPrefix.Length..]}: {slot.Value}")),
            Tier = triaged.Tier.ToString(),
            Cohort = triaged.Cohort,
            Reasons = string.Join('\n', triaged.Reasons),
        };
    }

    // The section is mandatory and says so when nothing is known; what is private is in the record for staff, never in a text.
    private static string RisksOf(Slots slots, IReadOnlyList<HandOff> handOffs)
    {
        var risks = handOffs
            .Where(h => h.Reason == HandOffReason.RedFlag)
            .Select(h => StaffWords.Of("risk.red-flag", ("reference", h.Reference), ("kind", h.DangerKind ?? "")))
            .ToList();
        if (slots[ReferralSlots.SafeAtHome] is "no" or "unsure")
        {
            risks.Add(StaffWords.Of("risk.home", ("answer", slots[ReferralSlots.SafeAtHome]!)));
        }

        return risks.Count == 0 ? StaffWords.Of("risk.none") : string.Join('\n', risks);
    }

    private static bool? Answer(string? slot) => slot switch { "yes" => true, "no" => false, _ => null };

    private static string? Joined(params string?[] parts)
    {
        var said = parts.Where(part => !string.IsNullOrEmpty(part)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return said.Count == 0 ? null : string.Join("; ", said);
    }
}
