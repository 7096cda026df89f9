using System.Diagnostics;

namespace DslNet.Mpi;

/// <summary>The processes of an MPI job.</summary>
/// <remarks>
/// MPI is initialised when <see cref="Mpi.World"/> is first asked for, and finalised as the process ends. A rank that dies has its launcher end all others; one that throws and does not catch it, or exits with another code than 0, too.
/// A rank that waits for others longer than <see cref="TimeOut"/> says so, and ends all.
/// </remarks>
public sealed class MpiWorld : ICommunicator
{
    /// <summary>What all ranks exit with where one waited in vain.</summary>
    public const int TimeOutExitCode = 75;

    private readonly MpiLibrary? _library;
    private readonly Lock _lock = new();
    private bool _isAborted;

    private MpiWorld(MpiLibrary? library)
    {
        _library = library;
        Ranks = 1;
        Machine = Environment.MachineName;
        if (library is null)
            return;
        library.Initialize();
        (Rank, Ranks, Machine) = (library.Rank(), library.Size(), library.ProcessorName());
        MpiLibrary.CheckRank(Rank);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => End();
        AppDomain.CurrentDomain.UnhandledException += (_, failure) => Abort((failure.ExceptionObject as Exception)?.Message ?? "an exception");
    }

    /// <inheritdoc />
    public int Rank { get; }

    /// <inheritdoc />
    public int Ranks { get; }

    /// <summary>The machine that this rank is on.</summary>
    public string Machine { get; }

    /// <summary>The MPI library; null where this process is alone.</summary>
    public string? Library => _library is null ? null : _library.IsOpenMpi ? "Open MPI" : "MPICH";

    /// <summary>How long a rank waits for the others in one exchange. Ranks do the same work, so that all come within a step's time; a rank that reads its data first may take longer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public TimeSpan TimeOut
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    /// <exception cref="ArgumentException">There are not as many parts of one length as ranks.</exception>
    public unsafe void AllGather(Span<byte> parts)
    {
        if (parts.Length % Ranks != 0)
            throw new ArgumentException($"{parts.Length} bytes are no whole parts of {Ranks} ranks.", nameof(parts));
        if (_library is null || parts.IsEmpty)
            return;
        long start = Stopwatch.GetTimestamp();
        lock (_lock)
        {
            fixed (byte* first = parts)
            {
                if (!_library.AllGather(first, parts.Length / Ranks, () => Stopwatch.GetElapsedTime(start) < TimeOut))
                {
                    // The others may still write to the memory: there is no way back.
                    Console.Error.WriteLine(FormattableString.Invariant($"Rank {Rank} of {Ranks} on {Machine} has waited {TimeOut.TotalSeconds:F0} s for the others. All are ended; see which of them hangs. Mpi.World.TimeOut is how long they wait."));
                    _isAborted = true;
                    _library.Abort(TimeOutExitCode);
                    Environment.Exit(TimeOutExitCode);
                }
            }
        }
    }

    internal static MpiWorld Create() => new(MpiLibrary.OfLauncher());

    /// <summary>As the process ends: one that failed and said so itself must not have the others wait for it.</summary>
    private void End()
    {
        if (_isAborted)
            return;
        if (Environment.ExitCode == 0)
            _library!.Finish();
        else
            Abort(FormattableString.Invariant($"it exits with code {Environment.ExitCode}. All are ended."), Environment.ExitCode);
    }

    /// <summary>Ends all ranks, since this one cannot go on.</summary>
    private void Abort(string reason, int code = 1)
    {
        _isAborted = true;
        Console.Error.WriteLine($"Rank {Rank} of {Ranks} on {Machine} failed: {reason}");
        _library!.Abort(code);
    }
}
