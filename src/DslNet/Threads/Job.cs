using System.Runtime.ExceptionServices;

namespace DslNet;

/// <summary>One division of work: which parts are next, and how many helpers are still at it.</summary>
internal abstract class Job
{
    private readonly AutoResetEvent _left = new(false);
    private int _parts;
    private int _taken;
    private int _first;
    private int _last;
    private int _helpers;
    private int _helped;
    private int _waiting;
    private ExceptionDispatchInfo? _failure;

    /// <summary>
    /// Takes the next part that nobody has: from the first one on the thread that divides the work, from the last one back on the others. What
    /// is at either end then stays in the cache of the same core from step to step.
    /// </summary>
    /// <param name="participant">Who asks; see <see cref="IParts.Run"/>.</param>
    /// <param name="part">The part.</param>
    public bool TryNext(int participant, out int part)
    {
        bool any = Interlocked.Increment(ref _taken) <= _parts;
        part = !any ? 0 : participant == 0 ? _first++ : _parts - Interlocked.Increment(ref _last);
        return any;
    }

    /// <summary>Does parts on a helper's thread until none is left. Exceptions are captured and rethrown on the calling thread.</summary>
    public void Help()
    {
        try
        {
            Participate(Interlocked.Increment(ref _helped));
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
        }
    }

    /// <summary>Says that helpers are called, or were not, or were sent away before they began.</summary>
    public void AddHelpers(int count) => Interlocked.Add(ref _helpers, count);

    /// <summary>Says that a helper is done; it must not touch the work any more.</summary>
    public void Leave()
    {
        // Once the last one is counted, the caller may use this for its next division: a signal too many only makes it look again.
        if (Interlocked.Decrement(ref _helpers) == 0 && Volatile.Read(ref _waiting) != 0)
            _left.Set();
    }

    /// <summary>Does parts until none is left.</summary>
    protected abstract void Participate(int participant);

    /// <summary>Begins a new division. All helpers of the one before have left.</summary>
    protected void Begin(int parts)
    {
        (_parts, _taken, _first, _last, _helped, _waiting) = (parts, 0, 0, 0, 0, 0);
        _failure = null;
    }

    /// <summary>Waits for the helpers that began.</summary>
    protected void WaitForHelpers()
    {
        if (SpinThenSleep.Spin(static job => Volatile.Read(ref job._helpers) == 0, this))
            return;
        Interlocked.Exchange(ref _waiting, 1);

        // Helpers read this thread's stack: whatever ends the waiting, such as an interruption, must wait until they have left.
        ExceptionDispatchInfo? disturbance = null;
        while (Volatile.Read(ref _helpers) != 0)
        {
            try
            {
                _left.WaitOne();
            }
            catch (Exception exception)
            {
                disturbance = ExceptionDispatchInfo.Capture(exception);
            }
        }

        disturbance?.Throw();
    }

    /// <summary>Throws what was thrown in a helper first.</summary>
    protected void ThrowFailure() => _failure?.Throw();
}
