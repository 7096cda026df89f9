using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace DslNet;

/// <summary>Whether all ranks train the same network in the same way: otherwise each would go a way of its own, and nothing would say so.</summary>
internal static class FitAgreement
{
    private const int HashLength = 32, Shown = 12;

    /// <exception cref="InvalidOperationException">A rank has something else than rank 0.</exception>
    public static void Check(ICommunicator communicator, INetwork network, Dataset train, FitOptions options, int seed, long steps)
    {
        (string What, byte[] Hash)[] own =
        [
            ("another build of " + network.Description.Name, Build(network)),
            ("other training data", Data(train)),
            ("other parameters, options or checkpoint", Start(network, options, seed, steps)),
        ];
        byte[] all = new byte[communicator.Ranks * own.Length * HashLength];
        for (int i = 0; i < own.Length; i++)
            own[i].Hash.CopyTo(all, (communicator.Rank * own.Length + i) * HashLength);
        communicator.AllGather(all);
        for (int rank = 1; rank < communicator.Ranks; rank++)
        {
            for (int i = 0; i < own.Length; i++)
            {
                string first = Text(0, i), other = Text(rank, i);
                if (first != other)
                    throw new InvalidOperationException($"Rank {rank} has {own[i].What} than rank 0: {other}, not {first}. Start the same files with the same arguments on all ranks.");
            }
        }

        string Text(int rank, int i) => Convert.ToHexStringLower(all, (rank * own.Length + i) * HashLength, Shown);
    }

    /// <summary>The compiled network, and this library.</summary>
    private static byte[] Build(INetwork network) => SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{network.GetType().FullName} {network.GetType().Module.ModuleVersionId} {typeof(FitAgreement).Module.ModuleVersionId} {network.Description.ParameterCount}"));

    private static byte[] Data(Dataset train)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(train.Count));
        hash.AppendData(MemoryMarshal.AsBytes(train.Inputs.Span));
        hash.AppendData(MemoryMarshal.AsBytes(train.Targets.Span));
        hash.AppendData(MemoryMarshal.AsBytes(train.Labels.Span));
        return hash.GetHashAndReset();
    }

    private static byte[] Start(INetwork network, FitOptions options, int seed, long steps)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(network.Parameters));
        hash.AppendData(MemoryMarshal.AsBytes(network.States));
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{options.BatchSize} {options.Epochs} {options.Shuffle} {seed} {network.Seed} {steps} {options.Optimizer}")));
        return hash.GetHashAndReset();
    }
}
