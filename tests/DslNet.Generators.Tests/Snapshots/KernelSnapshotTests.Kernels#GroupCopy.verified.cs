//HintName: GroupCopy.g.cs

// Conv1: 3 groups of 4 channels copied at 27 positions.
[Method__(Optimized)]
public static void Conv1Gather(ref float source, ref float destination)
{
	unchecked
	{
		for (int position = 0; position < 27; position++)
		{
			for (int group = 0; group < 3; group++)
			{
				ref float from = ref Place__.Add(ref source, position * 24 + group * 8);
				ref float to = ref Place__.Add(ref destination, position * 16 + group * 4);
				Place__.Add(ref to, 0) = Place__.Add(ref from, 0);
				Place__.Add(ref to, 1) = Place__.Add(ref from, 1);
				Place__.Add(ref to, 2) = Place__.Add(ref from, 2);
				Place__.Add(ref to, 3) = Place__.Add(ref from, 3);
			}
			ref float end = ref Place__.Add(ref destination, position * 16);
			Place__.Add(ref end, 12) = 0;
			Place__.Add(ref end, 13) = 0;
			Place__.Add(ref end, 14) = 0;
			Place__.Add(ref end, 15) = 0;
		}
	}
}
