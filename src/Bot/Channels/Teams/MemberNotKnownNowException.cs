namespace Companion.Bot.Channels.Teams;

/// <summary>Teams did not say who somebody is. They are no stranger for that: what they did is to be looked at again.</summary>
public sealed class MemberNotKnownNowException(string reason) : Exception("It is not known now who this is: " + reason);
