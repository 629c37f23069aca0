using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>Draws a machine in the DOT language, in the manner of UML.</summary>
public static class UmlDotGraph
{
    /// <summary>The text of the diagram.</summary>
    public static string Format(StateMachineInfo machineInfo) => new StateGraph(machineInfo).ToGraph(new UmlDotGraphStyle());
}
