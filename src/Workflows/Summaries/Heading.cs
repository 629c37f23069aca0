namespace Companion.Workflows.Summaries;

/// <summary>
/// Where a sentence of a note stands: the sections of the PRSB Social Prescribing Information Standard v1.1 that a conversation can
/// fill, in the order they are read. A plan is shown at the top; <see cref="Risks"/> is never left out.
/// </summary>
public enum Heading
{
    /// <summary>Plan and requested actions.</summary>
    Plan,

    /// <summary>Risks: at least one entry, "no known risks" among them.</summary>
    Risks,

    /// <summary>Referral details: the reason for referral.</summary>
    Reason,

    /// <summary>Presenting complaints or issues.</summary>
    Issues,

    /// <summary>About me: what matters to the person, and how they want to be supported.</summary>
    AboutMe,

    /// <summary>Social context: household, home, work, money, caring.</summary>
    SocialContext,

    /// <summary>Individual requirements: what the person needs so that they can take part.</summary>
    Requirements,

    /// <summary>Assessments: scores as they were given.</summary>
    Assessments,

    /// <summary>Care and support plan: the person's own goals and hopes.</summary>
    Goals,

    /// <summary>Contacts with professionals: what was done or arranged already.</summary>
    Contacts,
}
