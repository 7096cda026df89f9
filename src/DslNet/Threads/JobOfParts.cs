using System.Runtime.CompilerServices;

namespace DslNet;

/// <summary>Divides work of one kind. The work itself stays where it is, on the stack of the thread that divides it.</summary>
internal sealed class Job<TParts> : Job where TParts : struct, IParts, allows ref struct
{
    [ThreadStatic]
    private static Job<TParts>? t_idle;

    private nint _address;

    /// <summary>Does all parts, on this thread and as many others as are idle, up to a number of threads.</summary>
    /// <remarks>What is thrown in a part, on whatever thread, is thrown here, after every thread has left.</remarks>
    public static void Run(scoped ref TParts parts, int count, ThreadCount threads)
    {
        // Taken away while in use, so that work inside of a part would find another one.
        Job<TParts> job = t_idle ?? new();
        t_idle = null;
        job.RunParts(ref parts, count, threads.AtMost(count));
        t_idle = job;
    }

    // Helpers make their own copy of the work: the stack below this frame stays as it is until all have left, and the collector
    // keeps the references in the frame up to date.
    protected override void Participate(int participant)
    {
        TParts parts = Unsafe.AddByteOffset(ref Unsafe.NullRef<TParts>(), _address);
        parts.Run(this, participant);
    }

    private void RunParts(scoped ref TParts parts, int count, ThreadCount threads)
    {
        Begin(count);
        if (threads == ThreadCount.One)
        {
            parts.Run(this, 0);
            return;
        }

        _address = Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref Unsafe.As<TParts, byte>(ref parts));
        try
        {
            WorkerPool.Assign(this, threads);
            parts.Run(this, 0);
        }
        finally
        {
            WorkerPool.Revoke(this);
            WaitForHelpers();
        }

        ThrowFailure();
    }
}
