using System.Collections.Immutable;

namespace DslNet;

/// <summary>What a file has of a network: its parameters, and behind them what layers keep beside those.</summary>
internal static class StoredTensors
{
    /// <summary>All of them; offsets of states count from the first parameter on, as if they were stored behind the last one.</summary>
    public static ImmutableArray<ParameterDescription> Of(NetworkDescription network) => network.States.IsEmpty
        ? network.Parameters
        : [.. network.Parameters, .. network.States.Select(state => AsParameter(state, network.ParameterLength))];

    private static ParameterDescription AsParameter(StateDescription state, int parameterLength) => new(
        state.Name, state.Shape, parameterLength + state.Offset, new(Outputs: state.Shape.Length, Channels: 1, Positions: 1), Initializer.Constant, state.InitialValue);
}
