//HintName: ContextGradient.g.cs

// Context1: ∂x[i] = Σ ∂y[t + frame] over the frames that have the value, the current one first: 2 values, 5 in front.
[Method__(Optimized)]
public static void Context1InputGradient(ref float dy, ref float dx)
{
	unchecked
	{
		for (int i = 0; i < 2; i++)
		{
			float sum = 0;
			int place = i + 5;
			for (int frame = 0; place >= 0; frame += 8, place -= 2)
			{
				sum += Place__.Add(ref dy, frame + place);
			}
			Place__.Add(ref dx, i) = sum;
		}
		for (int i = 2; i < 8; i++)
		{
			Place__.Add(ref dx, i) = 0;
		}
	}
}
