using DslNet.Benchmarks.Models;

namespace DslNet.Benchmarks.Workloads;

/// <summary>How a network with named ports is called, whose methods no interface has.</summary>
/// <param name="Predict">Predicts, all outputs one after another.</param>
/// <param name="Step">Does a training step and returns the loss.</param>
internal sealed record NamedCalls(Action<INetwork, Samples, float[]> Predict, Func<INetwork, Samples, Adam, float> Step)
{
    /// <summary>Those of the board game.</summary>
    public static NamedCalls Board { get; } = new(
        (network, samples, outputs) =>
        {
            int moves = outputs.Length / 6 * 5;
            ((Networks.Board)network).Predict(samples.AllInputs[0], samples.AllInputs[1], outputs.AsSpan(0, moves), outputs.AsSpan(moves));
        },
        (network, samples, optimizer) => ((Networks.Board)network).TrainStep(optimizer, new()
        {
            Board = samples.AllInputs[0], Counts = samples.AllInputs[1], MoveLabels = samples.Heads[0].Labels, ResultTargets = samples.Heads[1].Targets,
        }));
}
