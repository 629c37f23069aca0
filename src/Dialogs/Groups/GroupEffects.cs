using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Groups;

/// <summary>Write down whether somebody is coming to the session they were reminded of.</summary>
/// <param name="Coming">False for not coming; the place in the group stays theirs.</param>
public sealed record TellComing(bool Coming) : Effect;

/// <summary>Somebody would like to bring others: the desk counts them where there is room, or asks the leader, and says which.</summary>
/// <param name="Guests">How many.</param>
public sealed record BringGuests(int Guests) : Effect;

/// <summary>Tell the leader that somebody is running late.</summary>
public sealed record TellRunningLate : Effect;

/// <summary>Leave the group for good, which frees the place.</summary>
public sealed record LeaveTheGroup : Effect;

/// <summary>Take the place that was offered.</summary>
public sealed record TakePlace : Effect;

/// <summary>Decline the place that was offered: the next in line is asked.</summary>
public sealed record DeclinePlace : Effect;

/// <summary>The offer ran out without an answer: the next in line is asked.</summary>
public sealed record LapsePlace : Effect;

/// <summary>Wait for a place again, behind those who wait already.</summary>
public sealed record WaitAgain : Effect;
