using System.Runtime.CompilerServices;

namespace DslNet.Torch.Tests;

/// <summary>
/// No finalizer runs while one of these is in use. TorchSharp 0.107 passes scalars to libtorch as handles of objects that nothing else refers to: a
/// collection during the call may free them under it, which ends in an internal assertion of libtorch or in a wrong value. Networks of sequences have
/// thousands of such calls.
/// </summary>
internal sealed class HeldFinalizers : IDisposable
{
    private static readonly Lock s_lock = new();
    private static int s_count;
    private static Gate? s_gate;

    private bool _isDisposed;

    public HeldFinalizers()
    {
        lock (s_lock)
        {
            if (s_count++ == 0)
                s_gate = Gate.Close();
        }
    }

    public void Dispose()
    {
        lock (s_lock)
        {
            if (_isDisposed)
                return;
            _isDisposed = true;
            if (--s_count == 0)
                s_gate!.Open();
        }
    }

    /// <summary>What the finalizer's thread waits at.</summary>
    private sealed class Gate
    {
        private readonly ManualResetEventSlim _isReached = new(), _isOpen = new();

        /// <summary>Returns when the finalizer's thread has come to the gate.</summary>
        public static Gate Close()
        {
            Gate gate = new();
            Forget(gate);
            do
                GC.Collect(0);
            while (!gate._isReached.Wait(TimeSpan.FromMilliseconds(10)));
            return gate;
        }

        public void Open() => _isOpen.Set();

        // A method of its own: the caller must not keep the object alive.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static void Forget(Gate gate) => _ = new Waiting(gate);

        private sealed class Waiting(Gate gate)
        {
            ~Waiting()
            {
                gate._isReached.Set();
                gate._isOpen.Wait();
            }
        }
    }
}
