using System.Runtime.InteropServices;

namespace DslNet.Mpi;

/// <summary>
/// The functions of an MPI library that are needed, and what it calls its constants. MPI's standard defines names, not binaries: handles of Open MPI are addresses of symbols, those of
/// MPICH are integers.
/// </summary>
internal sealed unsafe class MpiLibrary
{
    private const string Override = "DSLNET_MPI_LIBRARY", PmixRank = "PMIX_RANK";

    // MPI_THREAD_SERIALIZED, of both: any thread may call, one at a time.
    private const int Serialized = 2, NameLength = 1024;

    private static readonly TimeSpan s_forwarding = TimeSpan.FromSeconds(1);

    private readonly delegate* unmanaged<int*, int> _initialized, _finalized;
    private readonly delegate* unmanaged<nint, nint, int, int*, int> _initThread;
    private readonly delegate* unmanaged<nint, int*, int> _rank, _size;
    private readonly delegate* unmanaged<byte*, int*, int> _name;
    private readonly delegate* unmanaged<nint, int, nint, void*, int, nint, nint, nint*, int> _allGather;
    private readonly delegate* unmanaged<nint*, int*, nint, int> _test;
    private readonly delegate* unmanaged<nint, int, int> _abort;
    private readonly delegate* unmanaged<int> _finalize;
    private readonly nint _world, _bytes, _inPlace, _ignoredStatus;

    private MpiLibrary(string file)
    {
        nint library = NativeLibrary.Load(file);
        _initialized = (delegate* unmanaged<int*, int>)Find("MPI_Initialized");
        _finalized = (delegate* unmanaged<int*, int>)Find("MPI_Finalized");
        _initThread = (delegate* unmanaged<nint, nint, int, int*, int>)Find("MPI_Init_thread");
        _rank = (delegate* unmanaged<nint, int*, int>)Find("MPI_Comm_rank");
        _size = (delegate* unmanaged<nint, int*, int>)Find("MPI_Comm_size");
        _name = (delegate* unmanaged<byte*, int*, int>)Find("MPI_Get_processor_name");
        _allGather = (delegate* unmanaged<nint, int, nint, void*, int, nint, nint, nint*, int>)Find("MPI_Iallgather");
        _test = (delegate* unmanaged<nint*, int*, nint, int>)Find("MPI_Test");
        _abort = (delegate* unmanaged<nint, int, int>)Find("MPI_Abort");
        _finalize = (delegate* unmanaged<int>)Find("MPI_Finalize");
        IsOpenMpi = NativeLibrary.TryGetExport(library, "ompi_mpi_comm_world", out _world);
        if (IsOpenMpi)
            (_bytes, _inPlace, _ignoredStatus) = (Find("ompi_mpi_byte"), 1, 0);
        else
            (_world, _bytes, _inPlace, _ignoredStatus) = (0x44000000, 0x4c00010d, -1, 1);

        nint Find(string name) => NativeLibrary.GetExport(library, name);
    }

    /// <summary>Whether it is Open MPI; else MPICH, or one with its binary interface.</summary>
    public bool IsOpenMpi { get; }

    /// <summary>The library of the launcher that started this process; null where none did.</summary>
    /// <exception cref="DllNotFoundException">It is not installed.</exception>
    public static MpiLibrary? OfLauncher()
    {
        // Slurm's srun --mpi=pmix is no MPI's own launcher. Open MPI speaks PMIx in every build of it; a MPICH that does has to be named.
        bool isMpich = Has("PMI_RANK") || Has("PMI_SIZE"), isOpenMpi = Has("OMPI_COMM_WORLD_SIZE") || !isMpich && Has(PmixRank);
        if (!isOpenMpi && !isMpich)
            return null;
        string[] files = Environment.GetEnvironmentVariable(Override) is { Length: > 0 } own ? [own] : isOpenMpi ? ["libmpi.so.40", "libmpi.so"] : ["libmpich.so.12", "libmpi.so.12", "libmpi.so"];
        foreach (string file in files)
        {
            if (NativeLibrary.TryLoad(file, out _))
                return new(file);
        }

        throw new DllNotFoundException(
            $"This process was started by the mpirun of {(isOpenMpi ? "Open MPI" : "MPICH")}, but none of {string.Join(", ", files)} can be loaded. Install {(isOpenMpi ? "libopenmpi3" : "libmpich12")}, or name the library in {Override}.");

        static bool Has(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 };
    }

    /// <summary>A library that does not speak the launcher's PMIx takes each process for the only one, and each would train alone.</summary>
    /// <exception cref="InvalidOperationException">It is not the rank that the launcher gave.</exception>
    public static void CheckRank(int rank)
    {
        if (Environment.GetEnvironmentVariable(PmixRank) is { Length: > 0 } given && given != FormattableString.Invariant($"{rank}"))
        {
            throw new InvalidOperationException(
                $"The launcher gave this process rank {given} ({PmixRank}), and the MPI library says {rank}: it does not speak the launcher's PMIx. Start with the library's own mpirun, or name a library that was built with PMIx in {Override}.");
        }
    }

    public void Initialize()
    {
        int flag;
        Check(_initialized(&flag), "MPI_Initialized");
        if (flag != 0)
            return;
        int level;
        Check(_initThread(0, 0, Serialized, &level), "MPI_Init_thread");
        if (level < Serialized)
            throw new InvalidOperationException($"The MPI library allows threads of level {level} only, but {Serialized} (MPI_THREAD_SERIALIZED) is needed. Use one that was built with threads.");
    }

    public int Rank()
    {
        int rank;
        Check(_rank(_world, &rank), "MPI_Comm_rank");
        return rank;
    }

    public int Size()
    {
        int size;
        Check(_size(_world, &size), "MPI_Comm_size");
        return size;
    }

    /// <summary>The machine's name.</summary>
    public string ProcessorName()
    {
        byte* name = stackalloc byte[NameLength];
        int length;
        Check(_name(name, &length), "MPI_Get_processor_name");
        return Marshal.PtrToStringUTF8((nint)name, length);
    }

    /// <summary>Gathers parts of one length, of which this rank's is at its place.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="length">Bytes of each.</param>
    /// <param name="goesOn">Is asked again and again whether to wait on.</param>
    /// <returns>Whether all parts came.</returns>
    public bool AllGather(byte* parts, int length, Func<bool> goesOn)
    {
        // MPICH's requests are integers, and fill half of it.
        nint request = 0;
        Check(_allGather(_inPlace, 0, _bytes, parts, length, _bytes, _world, &request), "MPI_Iallgather");
        int isDone = 0;
        while (true)
        {
            for (int i = 0; i < 1000; i++)
            {
                Check(_test(&request, &isDone, _ignoredStatus), "MPI_Test");
                if (isDone != 0)
                    return true;
            }

            if (!goesOn())
                return false;
        }
    }

    /// <summary>Ends all ranks.</summary>
    public void Abort(int code)
    {
        // A launcher, MPICH's above all, drops what ranks have written and it has not passed on when a rank aborts: the reason would be lost.
        Thread.Sleep(s_forwarding);
        _ = _abort(_world, code);
    }

    public void Finish()
    {
        int flag;
        if (_finalized(&flag) == 0 && flag == 0)
            _ = _finalize();
    }

    private static void Check(int code, string function)
    {
        if (code != 0)
            throw new InvalidOperationException($"{function} failed with the code {code}.");
    }
}
