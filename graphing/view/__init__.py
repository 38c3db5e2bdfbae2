"""What the reader sees. Streamlit lives here, in app.py and in pages/, nowhere else."""
