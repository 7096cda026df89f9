using System.Security.Cryptography;
using System.Text;

namespace DslNet;

/// <summary>Whether all ranks train the same network in the same way: otherwise each would go a way of its own, and nothing would say so.</summary>
internal static class FitAgreement
{
    private const int HashLength = 32, Shown = 12;

    /// <summary>Before the first step: what all ranks start with.</summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="network">The network.</param>
    /// <param name="train">The samples.</param>
    /// <param name="validation">Those of the validation, if there is one.</param>
    /// <param name="options">The options.</param>
    /// <param name="seed">Where the orders of the samples come from.</param>
    /// <param name="visitState">Tells a visitor the state of the training.</param>
    /// <exception cref="InvalidOperationException">A rank has something else than rank 0.</exception>
    public static void Check(ICommunicator communicator, INetwork network, Dataset train, Dataset? validation, FitOptions options, int seed, Action<IStateVisitor> visitState) => Compare(
        communicator,
        "Start the same files with the same arguments on all ranks.",
        ("another build of " + network.Description.Name, Build(network)),
        ("other training data", Data(train)),
        ("other validation data", Data(validation)),
        ("other parameters, options or checkpoint", Start(network, options, seed, visitState)));

    /// <summary>After an epoch: whatever differed and was not noticed, such as a function that is not the same on all ranks, has made other parameters.</summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="network">The network.</param>
    /// <param name="epoch">The epoch, counted from one.</param>
    /// <exception cref="InvalidOperationException">A rank has other parameters than rank 0.</exception>
    public static void CheckParameters(ICommunicator communicator, INetwork network, int epoch)
    {
        using StateHash hash = new();
        Parameters(hash, network);
        Compare(
            communicator,
            "A function of a schedule, a callback or an optimizer of your own does other things on that rank: have it do the same on all.",
            (FormattableString.Invariant($"other parameters after epoch {epoch}"), hash.Value));
    }

    private static void Compare(ICommunicator communicator, string remedy, params ReadOnlySpan<(string What, byte[] Hash)> own)
    {
        int hashes = own.Length;
        byte[] all = new byte[communicator.Ranks * hashes * HashLength];
        for (int i = 0; i < hashes; i++)
            own[i].Hash.CopyTo(all, (communicator.Rank * hashes + i) * HashLength);
        communicator.AllGather(all);
        for (int rank = 1; rank < communicator.Ranks; rank++)
        {
            for (int i = 0; i < hashes; i++)
            {
                string first = Text(0, i), other = Text(rank, i);
                if (first != other)
                    throw new InvalidOperationException($"Rank {rank} has {own[i].What} than rank 0: {other}, not {first}. {remedy}");
            }
        }

        string Text(int rank, int i) => Convert.ToHexStringLower(all, (rank * hashes + i) * HashLength, Shown);
    }

    /// <summary>The compiled network, and this library.</summary>
    private static byte[] Build(INetwork network) => SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{network.GetType().FullName} {network.GetType().Module.ModuleVersionId} {typeof(FitAgreement).Module.ModuleVersionId} {network.Description.ParameterCount}"));

    /// <summary>What a checkpoint has of samples.</summary>
    private static byte[] Data(Dataset? data)
    {
        using StateHash hash = new();
        hash.Count(nameof(data.Count), data?.Count ?? 0);
        hash.Count(nameof(data.Fingerprint), data?.Fingerprint() ?? 0);
        return hash.Value;
    }

    private static byte[] Start(INetwork network, FitOptions options, int seed, Action<IStateVisitor> visitState)
    {
        using StateHash hash = new();
        Parameters(hash, network);
        hash.Count(nameof(options.BatchSize), options.BatchSize);
        hash.Count(nameof(options.Epochs), options.Epochs);
        hash.Truth(nameof(options.Shuffle), options.Shuffle);
        hash.Truth(nameof(options.CheckFinite), options.CheckFinite);
        hash.Count(nameof(seed), seed);
        hash.Count(nameof(network.Seed), network.Seed);
        hash.Truth(options.Optimizer.GetType().FullName!, true);
        options.Optimizer.VisitSettings(hash);
        options.LearningRateSchedule?.VisitSettings(hash);
        options.EarlyStopping?.VisitSettings(hash);
        options.Average?.VisitSettings(hash);
        visitState(hash);
        return hash.Value;
    }

    private static void Parameters(StateHash hash, INetwork network)
    {
        hash.Floats(nameof(network.Parameters), network.Parameters);
        hash.Floats(nameof(network.States), network.States);
    }
}
