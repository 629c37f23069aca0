using Companion.Workflows.Summaries;
using NodaTime;

namespace Companion.Workflows.Sharing;

/// <summary>One sentence that a person approved.</summary>
/// <param name="Heading">Where it stands.</param>
/// <param name="Text">The sentence, on one line.</param>
/// <param name="On">The local day it was approved.</param>
/// <param name="By">Who approved it.</param>
public sealed record ApprovedLine(Heading Heading, string Text, LocalDate On, string By);
