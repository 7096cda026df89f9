//HintName: ContextForward.g.cs

// Context1: y = 5 values before the frame, and its 2 values.
[Method__(OfOneSample)]
public static void Context1Forward(ref float x, ref float y)
{
	unchecked
	{
		Place__.Add(ref y, 0) = Place__.Add(ref x, 1);
		for (int frame = 0; frame < 3; frame++)
		{
			for (int i = 0; i < 2; i++)
			{
				Place__.Add(ref y, frame * 2 + i + 1) = Place__.Add(ref x, frame * 8 + i + 8);
			}
		}
		Place__.Add(ref y, 7) = 0;
	}
}
